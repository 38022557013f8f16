using System.Globalization;
using Fond.Benchmarks;

// dotnet run -c Release --project tests/Fond.Benchmarks -- [overview|bulk|import|stored|estimate|growth|coverage]; all of them without a name. After "stored": how many measurements are stored, five million without a number.
var wanted = args.FirstOrDefault();
if (wanted is null or "overview") await Overview.RunAsync();
if (wanted is null or "bulk") await Bulk.RunAsync();
if (wanted is null or "import") await Import.RunAsync();
if (wanted is null or "stored") await Import.StoredAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5_000_000);
if (wanted is null or "estimate") await Estimated.RunAsync();
if (wanted is null or "growth") await Growth.RunAsync();
if (wanted is null or "coverage") Coverage.Run();
