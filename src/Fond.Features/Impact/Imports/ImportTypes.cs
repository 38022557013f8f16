using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Projects;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact.Imports;

internal sealed class MeasurementImportType : NodeType<MeasurementImport>
{
    public MeasurementImportType() : base("A file of measurements that was sent by POST /projects/{id}/measurements and is worked through in the background.")
    {
        Value("state", "How far it has come.", i => i.State);
        Value("mode", "What becomes of the good rows when others are faulty.", i => i.Mode);
        Value("dryRun", "Whether it only tells what would happen.", i => i.DryRun);
        Value("at", "When it was received.", i => i.At);
        Value("endedAt", "When it was done, failed or called off.", i => i.EndedAt, nullable: true);
        Value("sha256", "Checksum of the file as it came.", i => i.Sha256);
        Value("rowsDone", "How many rows have been judged so far.", i => i.RowsDone);
        Value("logged", "How many of them were added, or are to be.", i => i.Logged);
        Value("corrected", "How many had been logged with other values, which are kept beside, or are to be.", i => i.Corrected);
        Value("unchanged", "How many had been logged before, just so.", i => i.Unchanged);
        Value("faulty", "How many have faults.", i => i.Faulty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ImportFaultType>>>>("faults").Description("The first 200 faults so far; GET /measurement-imports/{id}/faults.csv has up to 10,000 of them and of the warnings once it has ended.").Resolve(c => c.Source.Faults);
        Value("warned", "How many warnings there are; they stop nothing.", i => i.Warned);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ImportFaultType>>>>("warnings").Description("The first 200 of them.").Resolve(c => c.Source.Warnings);
        One<MeasurementBatch>("batch", "What its rows were logged in.", i => i.BatchId);
        One<Project>("project", "What it is measured in.", i => i.ProjectId);
        One<Person>("loggedBy", "Who sent it.", i => i.LoggedById);
    }
}

internal sealed class ImportFaultType : ObjectGraphType<ImportFault>
{
    public ImportFaultType()
    {
        Name = "ImportFault";
        Description = "What is wrong with a line of the file, or should be looked at.";
        Field(f => f.Row).Description("The line in the file; the header is line 1, and 0 is the file as a whole.");
        Field(f => f.Column, nullable: true).Description("The column to blame; null when it is the whole line or the file.");
        Field(f => f.Code).Description("Stable, for programs.");
        Field<NonNullGraphType<StringGraphType>>("message").Description("For people.").Resolve(c => c.Say(c.Source.Message));
    }
}
