using System.Diagnostics;
using System.Diagnostics.Metrics;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Platform.Telemetry;

/// <summary>What Fond tells of its own work. Names, codes and case numbers; never who, nor what anybody has written.</summary>
internal sealed class WorkTelemetry(IMeterFactory meters, ILogger<WorkTelemetry> log)
{
    /// <summary>What the spans and the instruments are found by.</summary>
    public const string Source = "Fond";

    /// <summary>The outcome of what went well.</summary>
    public const string Done = "DONE";

    /// <summary>The outcome of what went wrong by a fault of ours.</summary>
    public const string Fault = "FAULT";

    private static readonly ActivitySource Spans = new(Source);

    private readonly Histogram<double> _durations = meters.Create(Source).CreateHistogram(
        "fond.work.duration", "s", "How long a piece of work took, by its kind, its name and its outcome: DONE, FAULT, CANCELLED, or the code of what came in between.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    public Work Begin(WorkKind kind, string name) => new(this, kind, name);

    private void Tell(WorkKind kind, Work work, TimeSpan took)
    {
        _durations.Record(took.TotalSeconds, new("kind", kind.ToString()), new("name", work.Name), new("outcome", work.Outcome));
        if (kind != WorkKind.Request)
            log.LogInformation("{Kind} {Name} on case {CaseNumber}: {Outcome} in {Milliseconds} ms", kind, work.Name, work.CaseNumber ?? "-", work.Outcome, Math.Round(took.TotalMilliseconds, 1));
    }

    /// <summary>One piece of work, told of when it is disposed of.</summary>
    public sealed class Work(WorkTelemetry telemetry, WorkKind kind, string name) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly Activity? _span = Spans.StartActivity(name);

        public string Name => name;

        /// <summary>A fault, unless something else is said.</summary>
        public string Outcome { get; set; } = Fault;

        /// <summary>The registry's number, where the work was on a case that has one.</summary>
        public string? CaseNumber { get; set; }

        /// <summary>What came in between, by its code; a fault of ours stays a fault.</summary>
        /// <param name="ct">Whether nobody waits for it any longer.</param>
        public void Fail(Exception fault, DatabaseEngine engine, CancellationToken ct) => Outcome = fault switch
        {
            RefusedException refused => refused.Refusals[0].Code,
            ForbiddenException => ErrorCodes.Forbidden,
            _ when engine.IsBrokenOff(fault, ct) => "CANCELLED",
            _ when engine.IsPassing(fault) => ErrorCodes.Unavailable,
            _ => Outcome,
        };

        public void Dispose()
        {
            telemetry.Tell(kind, this, Stopwatch.GetElapsedTime(_start));
            _span?.SetTag("fond.outcome", Outcome).SetTag("fond.case_number", CaseNumber).Dispose();
        }
    }
}

internal enum WorkKind
{
    /// <summary>A GraphQL request, whatever it asks.</summary>
    Request,

    /// <summary>A use case: one unit of work, one transaction.</summary>
    Mutation,

    /// <summary>A timer or an alarm whose time had come.</summary>
    Timer,

    /// <summary>A message handed to the mail server.</summary>
    Email,

    /// <summary>A file of measurements that was worked through.</summary>
    Import,
}
