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
param paymentClientKey = readEnvironmentVariable('PAYMENT_CLIENT_KEY')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param webClientId = readEnvironmentVariable('WEB_CLIENT_ID')
param webOrigins = filter(split(readEnvironmentVariable('WEB_ORIGINS', 'http://localhost:5173'), ','), origin => !empty(origin))
param zoneRedundant = false
param alwaysReady = {}
param queueRight = 'listen'
param maximumInstanceCount = 40
param serviceBusPremiumUnits = 0
param gatewayCapacity = 1
param callsPerMinute = 600
param tracePercent = 100
param dailyCapGb = 1
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '300'))
