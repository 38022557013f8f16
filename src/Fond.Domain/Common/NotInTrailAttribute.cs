namespace Fond.Domain.Common;

/// <summary>
/// On what tells how many people there are in a group that others may not be told of, or lets it be tried out: the audit trail, which others read, says that the row was written, by whom and when, and leaves this out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInTrailAttribute : Attribute;
