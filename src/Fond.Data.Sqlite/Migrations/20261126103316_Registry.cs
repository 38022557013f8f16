using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Correspondent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Corrects = table.Column<int>(type: "INTEGER", nullable: true),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: true),
                    RegisteredById = table.Column<long>(type: "INTEGER", nullable: true),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Secrecy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDocuments_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDocuments_People_RegisteredById",
                        column: x => x.RegisteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedById = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentFiles_CaseDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "CaseDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentFiles_People_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Requester = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredById = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Masked = table.Column<string>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseRequests_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseRequests_CaseDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "CaseDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseRequests_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseRequests_People_RegisteredById",
                        column: x => x.RegisteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDocuments_ApplicationId_Number",
                table: "CaseDocuments",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDocuments_Kind_Id",
                table: "CaseDocuments",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDocuments_On",
                table: "CaseDocuments",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDocuments_RegisteredById",
                table: "CaseDocuments",
                column: "RegisteredById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentFiles_DocumentId",
                table: "DocumentFiles",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentFiles_Sha256",
                table: "DocumentFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentFiles_UploadedById",
                table: "DocumentFiles",
                column: "UploadedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseRequests_ApplicationId",
                table: "ReleaseRequests",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseRequests_DecidedById",
                table: "ReleaseRequests",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseRequests_DocumentId",
                table: "ReleaseRequests",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseRequests_Outcome_Id",
                table: "ReleaseRequests",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseRequests_RegisteredById",
                table: "ReleaseRequests",
                column: "RegisteredById");

            // Of an entry only its secrecy mark may change; INSERT OR REPLACE removes the old row without a DELETE
            migrationBuilder.Sql("CREATE TRIGGER CaseDocuments_append_only_insert BEFORE INSERT ON CaseDocuments WHEN EXISTS (SELECT 1 FROM CaseDocuments WHERE Id = NEW.Id OR (ApplicationId = NEW.ApplicationId AND Number = NEW.Number)) BEGIN SELECT RAISE(ABORT, 'CaseDocuments is append only'); END");
            migrationBuilder.Sql($"CREATE TRIGGER CaseDocuments_append_only_update BEFORE UPDATE OF {string.Join(", ", Fixed.Select(column => $"\"{column}\""))} ON CaseDocuments BEGIN SELECT RAISE(ABORT, 'CaseDocuments is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER CaseDocuments_append_only_delete BEFORE DELETE ON CaseDocuments BEGIN SELECT RAISE(ABORT, 'CaseDocuments is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER DocumentFiles_append_only_insert BEFORE INSERT ON DocumentFiles WHEN EXISTS (SELECT 1 FROM DocumentFiles WHERE Id = NEW.Id OR DocumentId = NEW.DocumentId) BEGIN SELECT RAISE(ABORT, 'DocumentFiles is append only'); END");
            foreach (var change in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"CREATE TRIGGER DocumentFiles_append_only_{change.ToLowerInvariant()} BEFORE {change} ON DocumentFiles BEGIN SELECT RAISE(ABORT, 'DocumentFiles is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentFiles");

            migrationBuilder.DropTable(
                name: "ReleaseRequests");

            migrationBuilder.DropTable(
                name: "CaseDocuments");
        }

        private static readonly string[] Fixed =
            ["Id", "ApplicationId", "Number", "Kind", "Direction", "On", "Correspondent", "IsPrivate", "Subject", "Corrects", "TargetId", "RegisteredById", "RegisteredAt"];
    }
}
