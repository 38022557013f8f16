using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fond.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fond.Features.Platform.Persistence;

/// <summary>How values without an identity are kept: as JSON in one column of their owner.</summary>
internal static class Columns
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new MoneyJson() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!));
        return property;
    }

    /// <summary>Key and version of an aggregate: what its mapping begins with.</summary>
    public static void IsAggregate<T>(this EntityTypeBuilder<T> builder) where T : Aggregate
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Version).IsConcurrencyToken();
    }

    /// <summary>Parts that live and die with their aggregate and are always loaded with it.</summary>
    public static void HasParts<T, TPart>(this EntityTypeBuilder<T> builder, Expression<Func<T, IEnumerable<TPart>?>> parts)
        where T : Aggregate where TPart : Entity
    {
        builder.HasMany(parts).WithOne().HasForeignKey(OwnerKey(typeof(T))).IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(((MemberExpression)parts.Body).Member.Name).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    /// <summary>Parts as they were added; a database gives them in any order.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> parts) where T : Entity => parts.OrderBy(part => part.Id);

    /// <summary>The keys of the aggregates that have any of these parts.</summary>
    public static IQueryable<long> Owners<TPart>(this IQueryable<TPart> parts, Type aggregate) where TPart : Entity => parts.Select(part => EF.Property<long>(part, OwnerKey(aggregate)));

    private static string OwnerKey(Type aggregate) => aggregate.Name + "Id";

    /// <summary>Points at another aggregate, which cannot go away while this does not.</summary>
    public static void PointsTo<T, TOther>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> key)
        where T : Entity where TOther : Entity =>
        builder.HasOne<TOther>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ore);
    }
}
