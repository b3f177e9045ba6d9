metadata description = 'Marquee in one resource group: a Function App per context, each with an identity that reaches only its own data.'

targetScope = 'resourceGroup'

@description('Which environment this is. It names every resource and decides between serverless and autoscale.')
@allowed(['dev', 'production'])
param environmentName string

@description('Azure region of everything that has one. It must offer Flex Consumption and API Management Basic v2 (koreacentral does).')
@minLength(3)
@maxLength(40)
param location string = resourceGroup().location

@description('Name of the azd environment, by which azd finds its resources again. The workflows leave it as it is.')
@minLength(1)
@maxLength(64)
param azdEnvironmentName string = environmentName

@description('OIDC issuer of the customers\' tokens, as it stands in their iss claim.')
@minLength(10)
@maxLength(400)
param authIssuer string

@description('Audience that the customers\' tokens must name.')
@minLength(1)
@maxLength(200)
param authAudience string

@description('Where the issuer publishes its signing keys.')
@minLength(10)
@maxLength(400)
param authJwksUri string

@description('Where the issuer publishes its OpenID configuration, which the gateway reads.')
@minLength(10)
@maxLength(400)
param authOpenIdConfigurationUrl string

@description('Application (client) id of the Entra application that stands for the back ends, with access tokens of version 2: the gateway asks for a token for it, the functions verify that token.')
@minLength(36)
@maxLength(36)
param gatewayAudience string

@description('Base address of the payment provider\'s REST API.')
@minLength(10)
@maxLength(200)
param paymentUrl string

@description('Who gets alerts and budget warnings.')
@minLength(5)
@maxLength(254)
param operatorEmail string

@description('Origins of the web pages that may call the gateway, for example https://tickets.example.')
@minLength(1)
@maxLength(10)
param webOrigins string[]

@description('Domain that mails come from; empty takes one that Azure makes up and limits to a few mails a minute.')
@maxLength(200)
param mailDomain string = ''

@description('True once the DNS records of mailDomain are set and verified: Azure refuses to send from a domain before.')
param mailDomainVerified bool = false

@description('Request units per second up to which each container scales: "default", and others by name. Ignored where the account is serverless (dev).')
param cosmosThroughput object

@description('Instances kept warm, by context: a list of {name, instanceCount} with the names http or function:<lower-case function>.')
param alwaysReady object

@description('Largest number of instances of one app. Flex Consumption takes 40 at least; 250 of 2 GB is the quota of a region and subscription.')
@minValue(40)
@maxValue(250)
param maximumInstanceCount int

@description('Messaging units of Service Bus Premium; 0 is Standard, about 100 reservations a second. Choose before the first deployment: a namespace does not change its tier.')
@allowed([0, 1, 2, 4, 8, 16])
param serviceBusPremiumUnits int

@description('Units of API Management Basic v2.')
@minValue(1)
@maxValue(10)
param gatewayCapacity int

@description('Calls a minute that one customer, or one address without a token, may make.')
@minValue(10)
@maxValue(10000)
param callsPerMinute int

@description('How long a hold, and then an unpaid reservation, keeps its seats, in seconds.')
@minValue(60)
@maxValue(86400)
param holdDurationSeconds int = 600

@description('Deadline of one call to the payment provider, in milliseconds.')
@minValue(100)
@maxValue(60000)
param paymentTimeoutMs int = 5000

@description('Budget of a month, in the currency of the subscription. 80 % and 100 % of it send a mail.')
@minValue(1)
@maxValue(1000000)
param monthlyBudget int

@description('First day of the month in which the budget begins. Azure refuses one before the current month when the budget is created.')
@minLength(10)
@maxLength(10)
param budgetStartDate string

var contextAccess = loadJsonContent('contexts.json')
var contexts = objectKeys(contextAccess)
// union, because it leaves out what is double.
var queues = union(flatten(map(items(loadJsonContent('../shared/subscriptions.json')), e => e.value)), [])
var databaseName = 'marquee'
// Some names are host names and so must be unique in all of Azure; the suffix makes them so, and stays the same.
var suffix = uniqueString(resourceGroup().id)
var shortSuffix = take(suffix, 6)
var tags = {
  application: 'marquee'
  environment: environmentName
  'azd-env-name': azdEnvironmentName
}

module identities 'modules/identities.bicep' = {
  name: 'identities'
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    contexts: contexts
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    operatorEmail: operatorEmail
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    location: location
    tags: tags
    accountName: 'cosmos-marquee-${environmentName}-${shortSuffix}'
    databaseName: databaseName
    serverless: environmentName == 'dev'
    throughput: cosmosThroughput
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  name: 'serviceBus'
  params: {
    location: location
    tags: tags
    namespaceName: 'sb-marquee-${environmentName}-${shortSuffix}'
    queues: queues
    premiumUnits: serviceBusPremiumUnits
  }
}

module eventGrid 'modules/eventGrid.bicep' = {
  name: 'eventGrid'
  params: {
    location: location
    tags: tags
    topicName: 'evgt-marquee-${environmentName}-${shortSuffix}'
    storageName: 'stevent${suffix}'
    namespaceName: serviceBus.outputs.namespaceName
    queues: queues
    identityId: identities.outputs.eventGrid.id
    identityPrincipalId: identities.outputs.eventGrid.principalId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'keyVault'
  params: {
    location: location
    tags: tags
    vaultName: 'kv-mq-${environmentName}-${shortSuffix}'
    protectFromPurge: environmentName == 'production'
  }
}

module mail 'modules/mail.bicep' = {
  name: 'mail'
  params: {
    tags: tags
    environmentName: environmentName
    suffix: shortSuffix
    mailDomain: mailDomain
    mailDomainVerified: mailDomainVerified
  }
}

module access 'modules/access.bicep' = [for (context, i) in contexts: {
  name: 'access-${context}'
  params: {
    principalId: identities.outputs.contexts[i].principalId
    access: contextAccess[context]
    accountName: cosmos.outputs.accountName
    databaseName: databaseName
    metadataRoleId: cosmos.outputs.metadataRoleId
    namespaceName: serviceBus.outputs.namespaceName
    topicName: eventGrid.outputs.topicName
    vaultName: keyVault.outputs.vaultName
    mailServiceName: mail.outputs.serviceName
    insightsName: monitoring.outputs.insightsName
  }
}]

var commonSettings = {
  COSMOS__accountEndpoint: cosmos.outputs.endpoint
  COSMOS_DATABASE: databaseName
  AUTH_ISSUER: authIssuer
  AUTH_AUDIENCE: authAudience
  AUTH_JWKS_URI: authJwksUri
  GATEWAY_ISSUER: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  GATEWAY_AUDIENCE: gatewayAudience
  GATEWAY_JWKS_URI: '${environment().authentication.loginEndpoint}${tenant().tenantId}/discovery/v2.0/keys'
  GATEWAY_PRINCIPAL_ID: identities.outputs.gateway.principalId
}
var busSettings = {
  SERVICEBUS__fullyQualifiedNamespace: serviceBus.outputs.fullyQualifiedNamespace
}
var contextSettings = {
  musical: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    HOLD_DURATION_SECONDS: string(holdDurationSeconds)
    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)
    RELAY_POLL_MS: '500'
    SWEEP_SECONDS: '60'
  })
  reservation: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    PAYMENT_URL: paymentUrl
    PAYMENT_SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.paymentSecretUri})'
    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)
    RELAY_POLL_MS: '500'
    SWEEP_SECONDS: '60'
  })
  notification: union(busSettings, {
    MAIL_ACS_ENDPOINT: mail.outputs.endpoint
    MAIL_FROM: mail.outputs.from
    SWEEP_SECONDS: '60'
  })
  mypage: {}
  operations: busSettings
}

module functionApp 'modules/functionApp.bicep' = [for (context, i) in contexts: {
  name: 'app-${context}'
  params: {
    location: location
    tags: tags
    context: context
    appName: 'func-marquee-${context}-${environmentName}-${shortSuffix}'
    storageName: 'st${take(context, 9)}${suffix}'
    identityId: identities.outputs.contexts[i].id
    identityClientId: identities.outputs.contexts[i].clientId
    identityPrincipalId: identities.outputs.contexts[i].principalId
    settings: union(commonSettings, contextSettings[context])
    triggersOnFeed: contains(contextAccess[context].writes, '${context}-leases')
    triggersOnBus: context != 'operations' && !empty(contextAccess[context].receivesFrom)
    insightsConnectionString: monitoring.outputs.connectionString
    alwaysReady: contains(alwaysReady, context) ? alwaysReady[context] : []
    maximumInstanceCount: maximumInstanceCount
  }
  // An app that starts before its roles are there caches the refusal and stays down for minutes.
  dependsOn: [access]
}]

module gateway 'modules/gateway.bicep' = {
  name: 'gateway'
  params: {
    location: location
    tags: tags
    gatewayName: 'apim-marquee-${environmentName}-${shortSuffix}'
    capacity: gatewayCapacity
    publisherEmail: operatorEmail
    identityId: identities.outputs.gateway.id
    identityClientId: identities.outputs.gateway.clientId
    identityPrincipalId: identities.outputs.gateway.principalId
    contexts: contexts
    backendHosts: [for (context, i) in contexts: functionApp[i].outputs.hostName]
    authIssuer: authIssuer
    authAudience: authAudience
    authOpenIdConfigurationUrl: authOpenIdConfigurationUrl
    gatewayAudience: gatewayAudience
    webOrigins: webOrigins
    callsPerMinute: callsPerMinute
    insightsName: monitoring.outputs.insightsName
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    actionGroupId: monitoring.outputs.actionGroupId
    insightsId: monitoring.outputs.insightsId
    namespaceId: serviceBus.outputs.namespaceId
    topicId: eventGrid.outputs.topicId
    gatewayId: gateway.outputs.gatewayId
    cosmosAccountId: cosmos.outputs.accountId
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    insightsId: monitoring.outputs.insightsId
    namespaceId: serviceBus.outputs.namespaceId
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    environmentName: environmentName
    amount: monthlyBudget
    startDate: budgetStartDate
    contactEmail: operatorEmail
  }
}

@description('Address of the gateway: what the smoke test calls and the web page is built with.')
output gatewayUrl string = gateway.outputs.gatewayUrl

@description('Name of each context\'s Function App, in the order of functionAppContexts: what the workflows deploy to.')
output functionAppNames string[] = [for (context, i) in contexts: functionApp[i].outputs.appName]

@description('The contexts, in the order of functionAppNames.')
output functionAppContexts string[] = contexts

@description('The vault that wants the payment secret once.')
output keyVaultName string = keyVault.outputs.vaultName

@description('DNS records to set before mails from the own domain are accepted; empty for the domain that Azure makes up.')
output mailDomainRecords object = mail.outputs.verificationRecords
