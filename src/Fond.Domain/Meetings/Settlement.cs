using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

public enum ItemOutcome
{
    /// <summary>As proposed or applied for (bifall).</summary>
    Approved,

    /// <summary>The same, with conditions (bifall med villkor).</summary>
    ApprovedWithConditions,

    /// <summary>Less (delvis bifall).</summary>
    ApprovedInPart,

    /// <summary>Nothing (avslag).</summary>
    Rejected,

    /// <summary>Back for more preparation (återremiss).</summary>
    ReferredBack,

    /// <summary>Put off to a later meeting (bordläggning).</summary>
    Tabled,

    /// <summary>Handed to another body, with a proposal.</summary>
    Referred,

    /// <summary>The body gives its opinion (yttrande); it decides nothing.</summary>
    Opinion,

    /// <summary>Heard, and laid to the documents (läggs till handlingarna).</summary>
    Noted,

    /// <summary>Not taken up (utgår).</summary>
    Dropped,
}

public static class ItemOutcomes
{
    /// <summary>Whether it settles a case that applies for money.</summary>
    public static bool Decides(this ItemOutcome outcome) =>
        outcome is ItemOutcome.Approved or ItemOutcome.ApprovedWithConditions or ItemOutcome.ApprovedInPart or ItemOutcome.Rejected;
}

/// <summary>What became of an item, as it is sent in.</summary>
/// <param name="Ruling">What was decided or said, in words.</param>
/// <param name="Missing">What is wanted, for what is referred back.</param>
/// <param name="ReferredToId">The body that takes over, for what is referred.</param>
/// <param name="Amounts">What is granted, or proposed, by year.</param>
/// <param name="Conditions">Those of a grant.</param>
public sealed record Settlement(
    ItemOutcome Outcome, string Ruling, string Missing, long? ReferredToId, VoteCount? Votes, IReadOnlyList<Remark> Dissents, IReadOnlyList<Remark> Notes,
    IReadOnlyList<YearAmount> Amounts, IReadOnlyList<string> Conditions)
{
    /// <summary>Without money and conditions.</summary>
    public Settlement(ItemOutcome outcome, string ruling, string missing, long? referredToId, VoteCount? votes, IReadOnlyList<Remark> dissents, IReadOnlyList<Remark> notes)
        : this(outcome, ruling, missing, referredToId, votes, dissents, notes, [], []) { }
}
