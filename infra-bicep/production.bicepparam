using 'main.bicep'

param environmentName = 'production'
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
param webOrigins = filter(split(readEnvironmentVariable('WEB_ORIGINS', ''), ','), origin => !empty(origin))
param webHostName = readEnvironmentVariable('WEB_HOST_NAME', '')
param gatewayDomain = empty(readEnvironmentVariable('GATEWAY_HOST_NAME', '')) ? null : {
  hostName: readEnvironmentVariable('GATEWAY_HOST_NAME', '')
  certificateSecretUri: readEnvironmentVariable('GATEWAY_CERTIFICATE_URI', '')
}
param mailDomain = readEnvironmentVariable('MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('MAIL_DOMAIN_VERIFIED', 'false'))
param zoneRedundant = bool(readEnvironmentVariable('ZONE_REDUNDANT', 'true'))
// Enough for 100 reservations a second, where Service Bus Standard ends (docs/scale.md). A tenth of each is paid while nobody
// comes. Two performances that are hot at once want twice the seats; raise it a day before.
param cosmosThroughput = {
  default: 1000
  seats: 10000
  reservations: 7000
  availability: 4000
  notifications: 2000
  mypage: 2000
}
// Two of each that a buyer waits for: one always-ready instance is drained now and then. A sleeping queue
// function would add its start to every reservation. Every function but HTTP scales by itself, so each is named.
param alwaysReady = {
  musical: [
    {
      name: 'http'
      instanceCount: 2
    }
    {
      name: 'function:musical-events'
      instanceCount: 2
    }
    {
      name: 'function:musical-seatmap'
      instanceCount: 2
    }
  ]
  reservation: [
    {
      name: 'http'
      instanceCount: 2
    }
    {
      name: 'function:reservation-events'
      instanceCount: 2
    }
  ]
}
param queueRight = 'manage'
// Seven apps share the 250 instances of a region and subscription; ask for more before a bigger on-sale.
param maximumInstanceCount = 50
param serviceBusPremiumUnits = 0
param gatewayCapacity = 2
param callsPerMinute = 300
param tracePercent = 10
param dailyCapGb = 20
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '2000'))
