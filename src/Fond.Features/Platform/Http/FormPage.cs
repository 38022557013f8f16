using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.Platform.Http;

/// <summary>
/// A page with a form for people who have not signed in: whole from the server, without scripts, usable by keyboard and by ear. What was wrong is
/// listed first, each fault with a link to its field, and said again at the field (WCAG 2.1, 3.3.1).
/// </summary>
internal sealed class FormPage(string title, Language language)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private readonly List<(string Field, string Message)> _faults = [];
    private readonly Dictionary<string, string> _given = [];

    /// <summary>Said alike of a link that never was, and of one that no longer holds.</summary>
    /// <param name="why">What may have become of it.</param>
    public static IResult NoLink(Language language, Text why) =>
        new FormPage(new Text("Länken gäller inte", "The link does not hold").In(language), language).Say(why).Answer(StatusCodes.Status404NotFound);

    /// <summary>What was sent and why it was refused, to be shown in the fields made after this.</summary>
    public FormPage After(IFormCollection form, RefusedException refused)
    {
        foreach (var (name, value) in form) _given[name] = value.ToString();
        _faults.AddRange(refused.Refusals.Select(r => (string.Join('-', r.Path), r.Message.In(language))));
        return this;
    }

    public FormPage Heading(Text text) => Add($"<h2>{Encode(text.In(language))}</h2>\n");

    public FormPage Say(Text text) => Say(text.In(language));

    public FormPage Say(string text)
    {
        foreach (var lines in text.Paragraphs()) Add($"<p>{string.Join("<br />", lines.Select(Encode))}</p>\n");
        return this;
    }

    /// <param name="hidden">What the form carries unseen.</param>
    public FormPage BeginForm(string? hidden = null, string value = "", bool withFiles = false) =>
        Add($"<form method=\"post\"{(withFiles ? " enctype=\"multipart/form-data\"" : "")}>\n").Add(hidden is null ? "" : $"<input type=\"hidden\" name=\"{hidden}\" value=\"{Encode(value)}\" />\n");

    public FormPage Line(string field, Text label, string autocomplete) => Labelled(field, label, $"<input {Attributes(field)} type=\"text\" autocomplete=\"{autocomplete}\" value=\"{Encode(Given(field))}\" />\n");

    public FormPage Area(string field, Text label) => Labelled(field, label, $"<textarea {Attributes(field)} rows=\"6\">\n{Encode(Given(field))}</textarea>\n");

    public FormPage Files(string field, Text label) => Labelled(field, label, $"<input {Attributes(field)} type=\"file\" multiple=\"multiple\" />\n");

    public FormPage Choices(string field, Text legend, IEnumerable<(string Value, Text Label)> choices)
    {
        Add($"<fieldset id=\"{field}\" tabindex=\"-1\"><legend>{Encode(legend.In(language))}</legend>\n").Fault(field);
        foreach (var (value, label) in choices)
            Add($"<label><input type=\"radio\" name=\"{field}\" value=\"{value}\"{(Given(field) == value ? " checked=\"checked\"" : "")} /> {Encode(label.In(language))}</label>\n");
        return Add("</fieldset>\n");
    }

    public FormPage EndForm(Text button) => Add($"<button class=\"main\">{Encode(button.In(language))}</button>\n</form>\n");

    public IResult Answer(int status = StatusCodes.Status200OK) => Results.Text($"""
        <!DOCTYPE html>
        <html lang="{language.Code()}">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{(_faults.Count > 0 ? Encode(Wrong.In(language)) + ": " : "")}{Encode(title)}</title>
        <link rel="stylesheet" href="/fond.css" />
        </head>
        <body>
        <main>
        <h1>{Encode(title)}</h1>
        {Summary()}{_html}</main>
        </body>
        </html>

        """, HtmlRendering.ContentType, statusCode: status);

    private string Summary() => _faults.Count == 0 ? "" : $"<div role=\"alert\">\n<h2>{Encode(Wrong.In(language))}</h2>\n<ul>\n{string.Concat(_faults.Select(f => f.Field.Length == 0
        ? $"<li>{Encode(f.Message)}</li>\n"
        : $"<li><a href=\"#{f.Field}\">{Encode(f.Message)}</a></li>\n"))}</ul>\n</div>\n";

    private FormPage Labelled(string field, Text label, string control) => Add($"<label for=\"{field}\">{Encode(label.In(language))}</label>\n").Fault(field).Add(control);

    private FormPage Fault(string field) => MessageOf(field) is { } message ? Add($"<p id=\"{field}-fault\">{Encode(message)}</p>\n") : this;

    private string Attributes(string field) =>
        $"id=\"{field}\" name=\"{field}\"{(MessageOf(field) is null ? "" : $" aria-invalid=\"true\" aria-describedby=\"{field}-fault\"")}";

    private string? MessageOf(string field) => _faults.Find(f => f.Field == field).Message;

    private string Given(string field) => _given.GetValueOrDefault(field, "");

    private FormPage Add(string html)
    {
        _html.Append(html);
        return this;
    }

    private static string Encode(string text) => Encoder.Encode(text);

    private static readonly Text Wrong = new("Något behöver rättas", "Something needs to be put right");

    /// <summary>The fields <c>NAME-0</c>, <c>NAME-1</c> and so on.</summary>
    public static IReadOnlyList<string> Listed(IFormCollection form, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(i => form[$"{name}-{i.ToString(CultureInfo.InvariantCulture)}"].ToString())];
}
