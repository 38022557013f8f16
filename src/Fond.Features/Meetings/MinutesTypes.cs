using Fond.Domain.Access;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Meetings;

internal sealed class MinutesType : NodeType<Minutes>
{
    public MinutesType() : base("The minutes of a meeting: who approves them, when they were announced, and when what was decided is final.")
    {
        Value("metOn", "The day of the meeting.", m => m.MetOn);
        Value("state", "Drafted, approved, announced, final.", m => m.State);
        Value("approveBy", "The last day for approval.", m => m.ApproveBy);
        Value("approvedOn", "When the last of those who approve did so.", m => m.ApprovedOn, nullable: true);
        Value("announceBy", "The last day for the announcement.", m => m.AnnounceBy, nullable: true);
        Value("announcedOn", "When the announcement was put up.", m => m.AnnouncedOn, nullable: true);
        Value("keptAt", "Where the minutes can be read.", m => m.KeptAt);
        Value("reviewUntil", "The last day on which a legality review can be asked for; null for a body that advises, whose opinions no court reviews.", m => m.ReviewUntil, nullable: true);
        Value("upUntil", "The announcement stays up to the end of this day.", m => m.UpUntil, nullable: true);
        Value("finalOn", "From this day on all that was decided is final and binding; null as long as a court reviews something, where one has repealed something, and for a body that advises.", m => m.AllFinalOn, nullable: true);
        Field<NonNullGraphType<BooleanGraphType>>("isOverdue").Description("Whether the next step should have been taken by now.").Resolve(c => c.Source.IsOverdue(c.Service<Clock>().Today));
        Values("reviews", "Legality reviews that somebody has asked the court for.", m => m.Reviews);
        Value("path", "The minutes as a page.", m => m.Path());
        Value("pdfPath", "The minutes as a file.", m => $"{m.Path()}/pdf");
        Value("sha256", "Of the approved file; null before.", m => m.Files?.Pdf, nullable: true);
        One<Meeting>("meeting", "Of which meeting.", m => m.MeetingId);
        Several<Person>("approvers", "Whoever presided, and those chosen to approve.", m => m.ApproverIds);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ApproverReplacementType>>>>("replacements").Description("Those who approve in the place of others who could not.").Resolve(c => c.Source.Replacements);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MinutesCorrectionType>>>>("corrections").Description("What was put right before they were approved, oldest first.").Resolve(c => c.Source.Corrections);
        Several<Person>("awaited", "Those of them who have not approved.", m => m.Awaited);
    }
}

internal sealed class ApproverReplacementType : ObjectGraphType<ApproverReplacement>
{
    public ApproverReplacementType()
    {
        Name = "ApproverReplacement";
        Description = "That somebody approves the minutes in the place of another.";
        Field(r => r.Reason).Description("Why; not told to everybody.");
        Field(r => r.On).Description("Since when.");
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Who could not.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PersonId));
        Field<GraphQLClrOutputTypeReference<Person>>("by").Description("Who does instead.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.ById));
    }
}

internal sealed class MinutesCorrectionType : ObjectGraphType<MinutesCorrection>
{
    public MinutesCorrectionType()
    {
        Name = "MinutesCorrection";
        Description = "That something was put right after the meeting and before the minutes were approved; what stood there before is in the trail.";
        Field(c => c.Reason).Description("Why; not told to everybody.");
        Field(c => c.Paragraph, nullable: true).Description("The paragraph that was put right; null: the list of attendance or who presided over the meeting, alone.");
        Field(c => c.On).Description("When.");
        Field<GraphQLClrOutputTypeReference<Person>>("by").Description("Who put it right.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.ById));
    }
}
