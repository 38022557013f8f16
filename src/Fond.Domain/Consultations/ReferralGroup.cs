using Fond.Domain.Common;

namespace Fond.Domain.Consultations;

/// <summary>Referral bodies that are often asked together, such as the councils of a municipality.</summary>
public sealed class ReferralGroup : Aggregate
{
    private readonly List<ReferralGroupMember> _members = [];

    private ReferralGroup() { }

    public ReferralGroup(string municipality, string name, IReadOnlyList<long> bodyIds)
    {
        Refuse.When(municipality.IsBlank(), new ReferralGroupMunicipalityMissing { Path = ["municipality"] });
        Municipality = municipality.Trim();
        Change(name, bodyIds);
    }

    public string Municipality { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<ReferralGroupMember> Members => _members;

    /// <summary>Consultations that have been prepared with it stay as they are.</summary>
    public void Change(string name, IReadOnlyList<long> bodyIds)
    {
        Refuse.WhenAny(Faults(name, bodyIds));
        Name = name.Trim();
        _members.RemoveAll(m => !bodyIds.Contains(m.BodyId));
        _members.AddRange(bodyIds.Where(id => !_members.Exists(m => m.BodyId == id)).Select(id => new ReferralGroupMember(id)).ToList());
    }

    private static IEnumerable<Refusal> Faults(string name, IReadOnlyList<long> bodyIds)
    {
        if (name.IsBlank()) yield return new ReferralGroupNameMissing { Path = ["name"] };
        if (bodyIds.Count == 0) yield return new ReferralGroupEmpty { Path = ["bodyIds"] };
        for (var i = 0; i < bodyIds.Count; i++)
        {
            if (bodyIds.Take(i).Contains(bodyIds[i])) yield return new ConsultationBodyRepeated { Path = ["bodyIds", $"{i}"] };
        }
    }
}

public sealed class ReferralGroupMember : Entity
{
    private ReferralGroupMember() { }

    internal ReferralGroupMember(long bodyId) => BodyId = bodyId;

    public long BodyId { get; private set; }
}

public sealed record ReferralGroupNameMissing() : Refusal("REFERRAL_GROUP_NAME_MISSING", new(
    "Gruppen måste ha ett namn.", "The group must have a name."));

public sealed record ReferralGroupEmpty() : Refusal("REFERRAL_GROUP_EMPTY", new(
    "Gruppen måste ha minst en remissinstans.", "The group must have at least one referral body."));

public sealed record ReferralGroupMunicipalityMissing() : Refusal("REFERRAL_GROUP_MUNICIPALITY_MISSING", new(
    "Ange vilken kommun gruppen hör till.", "Say which municipality the group belongs to."));
