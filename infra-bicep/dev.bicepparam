using 'main.bicep'

param environmentName = 'dev'
param azdEnvironmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'koreacentral')
param authIssuer = readEnvironmentVariable('AUTH_ISSUER')
param authAudience = readEnvironmentVariable('AUTH_AUDIENCE', 'marquee')
param authJwksUri = readEnvironmentVariable('AUTH_JWKS_URI')
param authOpenIdConfigurationUrl = readEnvironmentVariable('AUTH_OPENID_CONFIGURATION_URL')
param gatewayAudience = readEnvironmentVariable('GATEWAY_AUDIENCE')
param paymentUrl = readEnvironmentVariable('PAYMENT_URL', 'https://api.tosspayments.com')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param webOrigins = split(readEnvironmentVariable('WEB_ORIGINS', 'http://localhost:8080'), ',')
param cosmosThroughput = {}
param alwaysReady = {}
param maximumInstanceCount = 40
param serviceBusPremiumUnits = 0
param gatewayCapacity = 1
param callsPerMinute = 600
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '300'))
param budgetStartDate = readEnvironmentVariable('BUDGET_START_DATE', '2026-12-01')
