metadata description = 'Marquee in one resource group: a Function App per context, each with an identity that reaches only its own data.'

import { Environment, GatewayDomain, QueueRight, Tags, Throughput, WarmInstances, WebConfig } from 'modules/types.bicep'

targetScope = 'resourceGroup'

@description('Which environment this is. It names every resource and decides between serverless and autoscale.')
param environmentName Environment

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

@description('Client id of the web page at the customers\' OIDC provider.')
@minLength(1)
@maxLength(200)
param webClientId string

@description('Client key of the payment provider, which the web page opens its payment window with. It is no secret.')
@minLength(1)
@maxLength(200)
param paymentClientKey string

@description('Origins of other web pages that may call the gateway, for example http://localhost:5173. The Static Web App may by itself.')
@maxLength(10)
param webOrigins string[] = []

@description('Azure region of the Static Web App, which few regions offer.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param webLocation string = 'eastasia'

@description('Host name of one\'s own for the web page; empty takes the one that Azure makes up.')
@maxLength(253)
param webHostName string = ''

@description('Host name of one\'s own for the gateway, with its certificate; null takes the one that Azure makes up.')
param gatewayDomain GatewayDomain?

@description('Domain that mails come from; empty takes one that Azure makes up and limits to a few mails a minute.')
@maxLength(200)
param mailDomain string = ''

@description('True once the DNS records of mailDomain are set and verified: Azure refuses to send from a domain before.')
param mailDomainVerified bool = false

@description('True: plans, storage, Cosmos DB and Service Bus Premium are spread over zones. Choose before the first deployment. Two instances of every function are then always there, and cost.')
param zoneRedundant bool

@description('Request units per second up to which containers scale. Ignored where the account is serverless (dev).')
param cosmosThroughput Throughput = {
  default: 1000
}

@description('Instances kept warm, by context.')
param alwaysReady { *: WarmInstances[] }

@description('Right of each context on its own queue. With listen its function scales in steps, with manage by the length of the queue.')
param queueRight QueueRight

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
@minValue(1)
@maxValue(86400)
param holdDurationSeconds int = 600

@description('Deadline of one call to the payment provider, in milliseconds.')
@minValue(100)
@maxValue(15000)
param paymentTimeoutMs int = 5000

@description('Where the theatre’s days begin, an IANA time zone.')
@minLength(1)
@maxLength(64)
param timeZone string = 'Asia/Seoul'

@description('Budget of a month, in the currency of the subscription. 80 % and 100 % of it send a mail.')
@minValue(1)
@maxValue(1000000)
param monthlyBudget int

@description('Part of the traces that is kept, in percent. The gateway decides for all that comes after it.')
@minValue(1)
@maxValue(100)
param tracePercent int

@description('Gigabytes of telemetry in a day; what comes beyond is lost, so it has to be enough for an on-sale.')
@minValue(1)
@maxValue(1000)
param dailyCapGb int

@description('First day of this month. A budget that is there already keeps the day it has.')
@minLength(10)
@maxLength(10)
param firstOfMonth string = utcNow('yyyy-MM-01')

var contextAccess = loadJsonContent('contexts.json')
var contexts = objectKeys(contextAccess)
// Beside the contexts' own the one for events that no context hears of. union, because it leaves out what is double.
var queues = union(flatten(map(items(loadJsonContent('../shared/subscriptions.json')), e => e.value)), ['unclaimed'])
var databaseName = 'marquee'
var tags Tags = {
  application: 'marquee'
  environment: environmentName
  'azd-env-name': azdEnvironmentName
}
// Some names are host names and so must be unique in all of Azure; the suffix makes them so, and stays the same.
var suffix = uniqueString(resourceGroup().id)
var shortSuffix = take(suffix, 6)
var unique = '${environmentName}-${shortSuffix}'
// Names, not outputs: what is made of them is known before the deployment, so that a what-if shows it.
var names = {
  cosmos: 'cosmos-marquee-${unique}'
  serviceBus: 'sb-marquee-${unique}'
  topic: 'evgt-marquee-${unique}'
  eventStorage: 'stevent${suffix}'
  vault: 'kv-mq-${unique}'
  ticketVault: 'kv-mqt-${unique}'
  email: 'acse-marquee-${unique}'
  mail: 'acs-marquee-${unique}'
  insights: 'appi-marquee-${environmentName}'
  gateway: 'apim-marquee-${unique}'
  site: 'stapp-marquee-${unique}'
  budget: 'budget-marquee-${environmentName}'
}

module identities 'modules/identities.bicep' = {
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    contexts: contexts
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    insightsName: names.insights
    operatorEmail: operatorEmail
    dailyCapGb: dailyCapGb
  }
}

module cosmos 'modules/cosmos.bicep' = {
  params: {
    location: location
    tags: tags
    accountName: names.cosmos
    databaseName: databaseName
    serverless: environmentName == 'dev'
    zoneRedundant: zoneRedundant
    throughput: cosmosThroughput
    locked: environmentName == 'production'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  params: {
    location: location
    tags: tags
    namespaceName: names.serviceBus
    queues: queues
    premiumUnits: serviceBusPremiumUnits
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
  }
}

module eventGrid 'modules/eventGrid.bicep' = {
  params: {
    location: location
    tags: tags
    topicName: names.topic
    storageName: names.eventStorage
    zoneRedundant: zoneRedundant
    namespaceName: names.serviceBus
    queues: queues
    identity: identities.outputs.eventGrid
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [serviceBus]
}

module keyVault 'modules/keyVault.bicep' = {
  params: {
    location: location
    tags: tags
    vaultName: names.vault
    secretName: 'payment-secret-key'
    protectFromPurge: environmentName == 'production'
    workspaceId: monitoring.outputs.workspaceId
  }
}

// A vault of its own: a right on a vault is a right on all of its secrets.
module ticketVault 'modules/keyVault.bicep' = {
  params: {
    location: location
    tags: tags
    vaultName: names.ticketVault
    secretName: 'ticket-keys'
    protectFromPurge: environmentName == 'production'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module mail 'modules/mail.bicep' = {
  params: {
    tags: tags
    emailServiceName: names.email
    serviceName: names.mail
    mailDomain: mailDomain
    mailDomainVerified: mailDomainVerified
  }
}

module web 'modules/web.bicep' = {
  params: {
    location: webLocation
    tags: tags
    siteName: names.site
    tier: environmentName == 'production' ? 'Standard' : 'Free'
    hostName: webHostName
  }
}

// One context after the other: Cosmos DB takes one role assignment at a time.
@batchSize(1)
module access 'modules/access.bicep' = [for (context, i) in contexts: {
  params: {
    context: context
    principalId: identities.outputs.contexts[i].principalId
    access: contextAccess[context]
    queueRight: queueRight
    accountName: names.cosmos
    databaseName: databaseName
    metadataRoleId: cosmos.outputs.metadataRoleId
    namespaceName: names.serviceBus
    topicName: names.topic
    vaultName: names.vault
    ticketVaultName: names.ticketVault
    mailServiceName: names.mail
    insightsName: names.insights
  }
  dependsOn: [eventGrid, keyVault, ticketVault, mail, serviceBus]
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
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
  reservation: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    PAYMENT_URL: paymentUrl
    PAYMENT_SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.secretUri})'
    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)
    RECONCILIATION_SECONDS: '86400'
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
  notification: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    MAIL_ACS_ENDPOINT: mail.outputs.endpoint
    MAIL_FROM: mail.outputs.from
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
  mypage: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    SWEEP_SECONDS: '60'
  })
  admission: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    TICKET_KEYS: '@Microsoft.KeyVault(SecretUri=${ticketVault.outputs.secretUri})'
    TIME_ZONE: timeZone
  })
  lending: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
  membership: union(busSettings, {
    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint
    PAYMENT_URL: paymentUrl
    PAYMENT_SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.secretUri})'
    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)
    RECONCILIATION_SECONDS: '86400'
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
  operations: union(busSettings, {
    SWEEP_SECONDS: '60'
    TIME_ZONE: timeZone
  })
}

module functionApp 'modules/functionApp.bicep' = [for (context, i) in contexts: {
  params: {
    location: location
    tags: tags
    context: context
    appName: 'func-marquee-${context}-${unique}'
    storageName: 'st${take(context, 9)}${suffix}'
    zoneRedundant: zoneRedundant
    identity: identities.outputs.contexts[i]
    settings: union(commonSettings, contextSettings[context])
    triggersOnFeed: contains(contextAccess[context].writes, '${context}-leases')
    triggersOnBus: context != 'operations' && !empty(contextAccess[context].receivesFrom)
    insightsConnectionString: monitoring.outputs.connectionString
    traceRatio: tracePercent == 100 ? '1' : '0.${padLeft(string(tracePercent), 2, '0')}'
    alwaysReady: alwaysReady[?context] ?? []
    maximumInstanceCount: maximumInstanceCount
  }
  // An app that starts before its roles are there caches the refusal and stays down for minutes.
  dependsOn: [access]
}]

module gateway 'modules/gateway.bicep' = {
  params: {
    location: location
    tags: tags
    gatewayName: names.gateway
    capacity: gatewayCapacity
    publisherEmail: operatorEmail
    identity: identities.outputs.gateway
    domain: gatewayDomain
    vaultName: names.vault
    contexts: contexts
    backendHosts: [for (context, i) in contexts: functionApp[i].outputs.hostName]
    authIssuer: authIssuer
    authAudience: authAudience
    authOpenIdConfigurationUrl: authOpenIdConfigurationUrl
    gatewayAudience: gatewayAudience
    siteOrigin: web.outputs.defaultOrigin
    webOrigins: union(webOrigins, empty(webHostName) ? [] : ['https://${webHostName}'])
    callsPerMinute: callsPerMinute
    insightsName: names.insights
    tracePercent: tracePercent
    workspaceId: monitoring.outputs.workspaceId
  }
}

// After the gateway, which takes minutes: Event Grid refuses a subscription whose identity's roles it does not see yet.
module subscriptions 'modules/subscriptions.bicep' = {
  params: {
    topicName: names.topic
    namespaceName: names.serviceBus
    queues: queues
    identityId: identities.outputs.eventGrid.id
    storageId: eventGrid.outputs.storageId
  }
  dependsOn: [gateway]
}

module alerts 'modules/alerts.bicep' = {
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
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    insightsId: monitoring.outputs.insightsId
    namespaceId: serviceBus.outputs.namespaceId
  }
}

// A budget begins in the month it is made in, and Azure lets nobody change that day.
@nullIfNotFound()
resource madeBudget 'Microsoft.Consumption/budgets@2024-08-01' existing = {
  name: names.budget
}

module budget 'modules/budget.bicep' = {
  params: {
    budgetName: names.budget
    amount: monthlyBudget
    startDate: madeBudget.?properties.timePeriod.startDate ?? firstOfMonth
    contactEmail: operatorEmail
  }
}

@description('Address of the gateway: what the smoke test calls.')
output gatewayUrl string = gateway.outputs.gatewayUrl

@description('Address of the web page.')
output webUrl string = empty(webHostName) ? web.outputs.defaultOrigin : 'https://${webHostName}'

@description('Name of the Static Web App: what the workflows deploy the page to.')
output siteName string = names.site

@description('What the page reads as /config.json.')
output webConfig WebConfig = {
  apiUrl: '${gateway.outputs.gatewayUrl}/api'
  issuer: authIssuer
  clientId: webClientId
  payment: {
    kind: 'toss'
    clientKey: paymentClientKey
  }
}

@description('Name of each context\'s Function App, in the order of functionAppContexts: what the workflows deploy to.')
output functionAppNames string[] = [for (context, i) in contexts: functionApp[i].outputs.appName]

@description('The contexts, in the order of functionAppNames.')
output functionAppContexts string[] = contexts

@description('The vault that wants the payment secret once.')
output keyVaultName string = names.vault

@description('The vault that wants the keys which sign tickets once.')
output ticketVaultName string = names.ticketVault

@description('DNS records to set before mails from the own domain are accepted; empty for the domain that Azure makes up.')
output mailDomainRecords resourceOutput<'Microsoft.Communication/emailServices/domains@2025-09-01'>.properties.verificationRecords = mail.outputs.verificationRecords
