namespace Fond.Domain.Impact;

/// <summary>A measurement as it is sent in: of one individual (subjectKey and value) or of several together (n with mean or events).</summary>
public sealed record MeasurementRow : IMeasured
{
    /// <summary>The evaluator's name for the row, unique in the plan, at most 64 characters: sending it again changes nothing, or corrects its values.</summary>
    public required string RowKey { get; init; }

    /// <summary>The code of the plan's indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The code of the plan's wave.</summary>
    public required string Wave { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required MeasurementGroup Group { get; init; }

    /// <summary>When it was measured; a day of the wave.</summary>
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>A pseudonym of the individual, at most 64 characters, never a personal identity number. The evaluator alone holds its key.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>The individual's value; for a share 0 or 1.</summary>
    public decimal? Value { get; init; }

    /// <summary>How many were measured together.</summary>
    public int? N { get; init; }

    /// <summary>Their mean; for a share 0 to 1.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The standard deviation among them (divisor n - 1); for means of more than one.</summary>
    public decimal? StandardDeviation { get; init; }

    /// <summary>How many of them (share), or how many times (count), it happened.</summary>
    public int? Events { get; init; }

    /// <summary>For rates: the time or other exposure that the events fell in, above zero, in the unit that the plan names.</summary>
    public decimal? Exposure { get; init; }

    /// <summary>A part of the group that is followed by itself, such as girls, or a district; at most 64 characters. Leave out for those of no such part.</summary>
    public string? Subgroup { get; init; }

    /// <summary>The school or other unit that they belong to, by a code of at most 64 characters, where whole units are in one group.</summary>
    public string? SiteKey { get; init; }
}
