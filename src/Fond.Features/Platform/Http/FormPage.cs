using System.Globalization;
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
    private readonly Html _html = Html.None;
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

    public FormPage Heading(Text text) => Add($"<h2>{text.In(language)}</h2>\n");

    public FormPage Subheading(Text text) => Add($"<h3>{text.In(language)}</h3>\n");

    public FormPage Say(Text text) => Say(text.In(language));

    public FormPage Say(string text) => Add($"{text.Paragraphs().Select(lines => (Html)$"<p>{Html.Lines(lines)}</p>\n")}");

    public FormPage Links(IEnumerable<(string Address, Text Label)> links) => Add($"<ul>\n{links.Select(link => (Html)$"<li><a href=\"{link.Address}\">{link.Label.In(language)}</a></li>\n")}</ul>\n");

    /// <param name="hidden">What the form carries unseen.</param>
    /// <param name="action">Where it is sent; null: to the page itself.</param>
    public FormPage BeginForm(string? hidden = null, string value = "", bool withFiles = false, string? action = null) =>
        Add($"<form method=\"post\"{(action is null ? Html.None : $" action=\"{action}\"")}{(withFiles ? $" enctype=\"multipart/form-data\"" : Html.None)}>\n{(hidden is null ? Html.None : $"<input type=\"hidden\" name=\"{hidden}\" value=\"{value}\" />\n")}");

    /// <summary>What the form carries unseen, and may be refused: a fault is told in its place.</summary>
    public FormPage Hidden(string field, string value) => Add($"<div id=\"{field}\" tabindex=\"-1\">{Fault(field)}<input type=\"hidden\" name=\"{field}\" value=\"{value}\" /></div>\n");

    public FormPage Line(string field, Text label, string autocomplete) => Labelled(field, label, $"<input {Attributes(field)} type=\"text\" autocomplete=\"{autocomplete}\" value=\"{Given(field)}\" />\n");

    public FormPage Day(string field, Text label) => Labelled(field, label, $"<input {Attributes(field)} type=\"date\" value=\"{Given(field)}\" />\n");

    public FormPage Area(string field, Text label) => Labelled(field, label, $"<textarea {Attributes(field)} rows=\"6\">\n{Given(field)}</textarea>\n");

    public FormPage Files(string field, Text label) => Labelled(field, label, $"<input {Attributes(field)} type=\"file\" multiple=\"multiple\" />\n");

    public FormPage Choices(string field, Text legend, IEnumerable<(string Value, Text Label)> choices) => Add($"""
        <fieldset id="{field}" tabindex="-1"><legend>{legend.In(language)}</legend>
        {Fault(field)}{choices.Select(choice => Choice(field, choice.Value, choice.Label))}</fieldset>

        """);

    public FormPage EndForm(Text button) => Add($"<button class=\"main\">{button.In(language)}</button>\n</form>\n");

    public IResult Answer(int status = StatusCodes.Status200OK)
    {
        Html page = $"""
            <!DOCTYPE html>
            <html lang="{language.Code()}">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{(_faults.Count > 0 ? Wrong.In(language) + ": " : "")}{title}</title>
            <link rel="stylesheet" href="/fond.css" />
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            {Summary()}{_html}</main>
            </body>
            </html>

            """;
        return Results.Text(page.ToString(), HtmlRendering.ContentType, statusCode: status);
    }

    private Html Summary() => _faults.Count == 0 ? Html.None : $"""
        <div role="alert">
        <h2>{Wrong.In(language)}</h2>
        <ul>
        {_faults.Select(f => f.Field.Length == 0 ? $"<li>{f.Message}</li>\n" : (Html)$"<li><a href=\"#{f.Field}\">{f.Message}</a></li>\n")}</ul>
        </div>

        """;

    private FormPage Labelled(string field, Text label, Html control) => Add($"<label for=\"{field}\">{label.In(language)}</label>\n{Fault(field)}{control}");

    private Html Choice(string field, string value, Text label) =>
        $"<label><input type=\"radio\" name=\"{field}\" value=\"{value}\"{(Given(field) == value ? $" checked=\"checked\"" : Html.None)} /> {label.In(language)}</label>\n";

    private Html Fault(string field) => MessageOf(field) is { } message ? $"<p id=\"{field}-fault\">{message}</p>\n" : Html.None;

    private Html Attributes(string field) =>
        $"id=\"{field}\" name=\"{field}\"{(MessageOf(field) is null ? Html.None : $" aria-invalid=\"true\" aria-describedby=\"{field}-fault\"")}";

    private string? MessageOf(string field) => _faults.Find(f => f.Field == field).Message;

    private string Given(string field) => _given.GetValueOrDefault(field, "");

    private FormPage Add(Html html)
    {
        _html.AppendFormatted(html);
        return this;
    }

    private static readonly Text Wrong = new("Något behöver rättas", "Something needs to be put right");

    /// <summary>The fields <c>NAME-0</c>, <c>NAME-1</c> and so on.</summary>
    public static IReadOnlyList<string> Listed(IFormCollection form, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(i => form[$"{name}-{i.ToString(CultureInfo.InvariantCulture)}"].ToString())];
}
