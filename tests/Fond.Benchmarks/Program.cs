using Fond.Benchmarks;

// dotnet run -c Release --project tests/Fond.Benchmarks -- [overview|bulk|growth]; all of them without a name.
var wanted = args.FirstOrDefault();
if (wanted is null or "overview") await Overview.RunAsync();
if (wanted is null or "bulk") await Bulk.RunAsync();
if (wanted is null or "growth") await Growth.RunAsync();
