using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Meetings;

internal sealed class MeasureType : NodeType<Measure>
{
    public MeasureType() : base("A measure that a body has decided on, and who sees to it: a line of its follow-up list.")
    {
        Value("paragraph", "Of the minutes.", m => m.Paragraph);
        Value("text", "What is to be done.", m => m.Text).NotedIn<Measure>(m => m.ApplicationId);
        Value("dueOn", "The last day.", m => m.DueOn);
        Value("report", "What has been done so far, as it was last told.", m => m.Report).NotedIn<Measure>(m => m.ApplicationId);
        Value("doneOn", "When it was reported done; null when it is not.", m => m.DoneOn, nullable: true);
        Field<ValueType<MeasureOrder>>("order").Description("What is ordered to carry it out.").Resolve(c => c.Source.Order);
        Field<NonNullGraphType<BooleanGraphType>>("isOverdue").Description("Whether it should have been done by now.").Resolve(c => c.Source.IsOverdue(c.Service<Clock>().Today));
        One<Person>("responsible", "Who sees to it.", m => m.ResponsibleId);
        One<Body>("body", "Who decided on it.", m => m.BodyId);
        One<Meeting>("meeting", "At which meeting.", m => m.MeetingId);
        One<Application>("application", "In which case, if any.", m => m.ApplicationId);
    }
}
