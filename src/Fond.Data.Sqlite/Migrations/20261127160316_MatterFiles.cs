using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MatterFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MatterDocumentFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedById = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatterDocumentFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatterDocumentFiles_MatterDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "MatterDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatterDocumentFiles_People_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocumentFiles_DocumentId",
                table: "MatterDocumentFiles",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocumentFiles_Sha256",
                table: "MatterDocumentFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocumentFiles_UploadedById",
                table: "MatterDocumentFiles",
                column: "UploadedById");

            // INSERT OR REPLACE removes the old row without a DELETE
            migrationBuilder.Sql("CREATE TRIGGER MatterDocumentFiles_append_only_insert BEFORE INSERT ON MatterDocumentFiles WHEN EXISTS (SELECT 1 FROM MatterDocumentFiles WHERE Id = NEW.Id OR DocumentId = NEW.DocumentId) BEGIN SELECT RAISE(ABORT, 'MatterDocumentFiles is append only'); END");
            foreach (var change in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"CREATE TRIGGER MatterDocumentFiles_append_only_{change.ToLowerInvariant()} BEFORE {change} ON MatterDocumentFiles BEGIN SELECT RAISE(ABORT, 'MatterDocumentFiles is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MatterDocumentFiles");
        }
    }
}
