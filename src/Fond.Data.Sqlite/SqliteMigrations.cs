namespace Fond.Data.Sqlite;

/// <summary>Names this assembly, which holds the migrations for SQLite and nothing else.</summary>
public static class SqliteMigrations;
