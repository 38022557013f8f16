using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>The time limits that kommunallagen (2017:725) sets for minutes, as last days. One that would end on a day of rest ends on the next working day.</summary>
public static class LegalTimes
{
    /// <summary>Minutes are approved within 14 days of the meeting: 5 kap. 69 §, 6 kap. 35 §.</summary>
    public static DateOnly ApprovalBy(DateOnly metOn) => SwedishCalendar.LastDay(metOn.AddDays(14));

    /// <summary>The approval is announced no later than the second day after it: 8 kap. 12 §.</summary>
    public static DateOnly AnnouncementBy(DateOnly approvedOn) => SwedishCalendar.LastDay(approvedOn.AddDays(2));

    /// <summary>A request for legality review (laglighetsprövning) is made within three weeks of the announcement: 13 kap. 5 §. The announcement stays up that long.</summary>
    public static DateOnly ReviewUntil(DateOnly announcedOn) => SwedishCalendar.LastDay(announcedOn.AddDays(21));

    /// <summary>The first day on which what was decided is final and binding (har vunnit laga kraft), when nobody has asked for a review.</summary>
    public static DateOnly FinalOn(DateOnly announcedOn) => ReviewUntil(announcedOn).AddDays(1);
}
