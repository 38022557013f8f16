using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Fond.SqlServer.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void The_script_of_the_migrations_is_T_SQL() => Assert.Empty(MigrationScript.SyntaxFaults(MigrationScript.Text));

    [Fact]
    public void Its_tables_indexes_and_triggers_fit_together() => Assert.Empty(Schema.Faults());

    [Fact]
    public void What_it_does_to_rows_names_what_is_there() => Check.Names("changes of rows by migrations", Definitions.ChangesIn(MigrationScript.Text));

    [Fact]
    public void It_makes_every_table_of_the_model()
    {
        using var db = new Unsent().Open();
        Assert.Equal(
            db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(),
            Definitions.All.OfType<CreateTableStatement>().Select(table => table.SchemaObjectName.BaseIdentifier.Value).Order());
    }

    /// <summary>Or else EF Core would ask for rows by OUTPUT, which SQL Server refuses there.</summary>
    [Fact]
    public void The_model_knows_every_trigger()
    {
        using var db = new Unsent().Open();
        Assert.Equal(
            Definitions.All.OfType<CreateTriggerStatement>().Select(trigger => (trigger.TriggerObject.Name.BaseIdentifier.Value, trigger.Name.BaseIdentifier.Value)).Order(),
            db.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredTriggers(), (type, trigger) => (type.GetTableName()!, trigger.GetDatabaseName()!)).Order());
    }

    /// <summary>SQL Server refuses what other databases take: a table that is reached by cascades in two ways.</summary>
    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        using var db = new Unsent().Open();
        Assert.DoesNotContain(db.Model.GetEntityTypes(), type => type.GetForeignKeys().Count(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull) > 1);
    }
}
