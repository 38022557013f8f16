namespace Fond.Features.Platform.Audit;

/// <summary>Fond's own plumbing (queues, keys, caches of what the trail already tells): not recorded row by row.</summary>
internal interface IUnaudited;
