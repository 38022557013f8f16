# Built from the root of the repository: docker build -t fond .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /fond
COPY . .
RUN dotnet publish src/Fond.Api --configuration Release --output /published

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /fond
COPY --from=build /published .
# Where SQLite's file lies unless another database is named: keep it in a volume.
RUN mkdir data && chown $APP_UID data
VOLUME ["/fond/data"]
USER $APP_UID
EXPOSE 8080
# The image has no curl; bash speaks enough HTTP by itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /health/ready HTTP/1.1\\r\\nHost: fond\\r\\nConnection: close\\r\\n\\r\\n' >&3; read -r status <&3; [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "Fond.Api.dll"]
