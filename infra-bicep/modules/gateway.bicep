metadata description = 'API Management Basic v2: one address, tokens checked, calls limited by customer, each call sent to its context.'

import { assigned, GatewayDomain, Identity, logged, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the gateway, a host name.')
@minLength(1)
@maxLength(50)
param gatewayName string

@description('Units.')
@minValue(1)
@maxValue(10)
param capacity int

@description('Whom Azure writes to about the gateway.')
@minLength(5)
param publisherEmail string

@description('Identity of the gateway.')
param identity Identity

@description('Host name of one\'s own; without, Azure makes one up.')
param domain GatewayDomain?

@description('Key vault of the certificate.')
@minLength(3)
param vaultName string

@description('The contexts, one back end each.')
@minLength(1)
param contexts string[]

@description('Host name of each context\'s app, in the order of contexts.')
@minLength(1)
param backendHosts string[]

@description('OIDC issuer of the customers\' tokens.')
@minLength(10)
param authIssuer string

@description('Audience of the customers\' tokens.')
@minLength(1)
param authAudience string

@description('OpenID configuration of the issuer.')
@minLength(10)
param authOpenIdConfigurationUrl string

@description('Application (client) id that the gateway asks a token for, to show the functions who calls.')
@minLength(36)
@maxLength(36)
param gatewayAudience string

@description('Origin of the Static Web App.')
@minLength(8)
param siteOrigin string

@description('Origins of other web pages that may call.')
@maxLength(20)
param webOrigins string[]

@description('Calls a minute of one customer or address.')
@minValue(10)
param callsPerMinute int

@description('Application Insights component.')
@minLength(1)
param insightsName string

@description('Part of the calls whose trace is kept, in percent.')
@minValue(1)
@maxValue(100)
param tracePercent int

@description('Resource id of the workspace that gets its log.')
@minLength(1)
param workspaceId string

var roles = loadJsonContent('../roles.json')
// Made by npm run generate from the code's own table of calls: operation ids by context, those that need no
// token, and how a refusal reads.
var operations = loadJsonContent('../operations.json')
var routes = map(contexts, c => '<when condition="@(new [] { ${join(map(operations.byContext[c], o => '"${o}"'), ', ')} }.Contains(context.Operation.Id))"><set-backend-service backend-id="${c}" /></when>')
var replacements = {
  __WEB_ORIGINS__: join(map(webOrigins, o => '<origin>${o}</origin>'), '')
  __ANYONE__: join(map(operations.anyone, o => '"${o}"'), ', ')
  __CALLS_PER_MINUTE__: string(callsPerMinute)
  __AUTH_OPENID_CONFIGURATION_URL__: authOpenIdConfigurationUrl
  __AUTH_AUDIENCE__: authAudience
  __AUTH_ISSUER__: authIssuer
  __GATEWAY_AUDIENCE__: gatewayAudience
  __ROUTES__: join(routes, '')
  __UNAUTHENTICATED__: string(operations.problems.unauthenticated)
  __TOO_MANY_REQUESTS__: string(operations.problems.tooManyRequests)
}
// What only Azure knows is a named value, so that the policy itself is known before the deployment.
var namedValues = {
  'gateway-client-id': identity.clientId
  'site-origin': siteOrigin
}
// One document a context, for a file may hold so many characters and no more; together they are openapi.json.
var document = string(union(
  loadJsonContent('../openapi/admission.json'),
  loadJsonContent('../openapi/lending.json'),
  loadJsonContent('../openapi/membership.json'),
  loadJsonContent('../openapi/musical.json'),
  loadJsonContent('../openapi/mypage.json'),
  loadJsonContent('../openapi/notification.json'),
  loadJsonContent('../openapi/operations.json'),
  loadJsonContent('../openapi/reservation.json')
))
var policy = reduce(items(replacements), loadTextContent('../policies/api.xml'), (text, r) => replace(text, r.key, r.value))

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource certificateReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(domain)) {
  name: guid(vault.id, 'gateway', roles.keyVaultSecretsUser)
  scope: vault
  properties: assigned(roles.keyVaultSecretsUser, identity.principalId)
}

// Basic v2 is the floor: Consumption has neither rate-limit-by-key nor a breaker. It has no virtual network:
// for private back ends take Standard v2.
resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: gatewayName
  location: location
  tags: tags
  sku: {
    name: 'BasicV2'
    capacity: capacity
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: union({
    publisherEmail: publisherEmail
    publisherName: 'Marquee'
  }, empty(domain) ? {} : {
    hostnameConfigurations: [
      {
        type: 'Proxy'
        hostName: domain!.hostName
        certificateSource: 'KeyVault'
        keyVaultId: domain!.certificateSecretUri
        identityClientId: identity.clientId
        defaultSslBinding: true
      }
    ]
  })
  dependsOn: [certificateReader]
}

resource namedValue 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = [for value in items(namedValues): {
  parent: gateway
  name: value.key
  properties: {
    displayName: value.key
    value: value.value
    secret: false
  }
}]

resource backend 'Microsoft.ApiManagement/service/backends@2024-05-01' = [for (context, i) in contexts: {
  parent: gateway
  name: context
  properties: {
    protocol: 'http'
    url: 'https://${backendHosts[i]}/api'
    circuitBreaker: {
      rules: [
        {
          name: 'failing'
          // Counted by each instance of the gateway for itself.
          failureCondition: {
            count: 10
            interval: 'PT10S'
            // Losing a seat (409), a stale write (412) or a limit (429) is no failure of the back end. Nor is 503: our own
            // answer when the payment provider is down, which must not close the seat map as well.
            statusCodeRanges: [
              {
                min: 500
                max: 502
              }
              {
                min: 504
                max: 599
              }
            ]
          }
          tripDuration: 'PT10S'
          acceptRetryAfter: true
        }
      ]
    }
  }
}]

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'marquee'
  properties: {
    displayName: 'Marquee'
    path: 'api'
    protocols: ['https']
    format: 'openapi+json'
    value: document
    // Customers have a token of their own, not a key of the gateway's.
    subscriptionRequired: false
  }
}

resource apiPolicy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: policy
  }
  dependsOn: [backend, namedValue]
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource telemetryPublisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, 'gateway', roles.monitoringMetricsPublisher)
  scope: insights
  properties: assigned(roles.monitoringMetricsPublisher, identity.principalId)
}

resource logger 'Microsoft.ApiManagement/service/loggers@2024-05-01' = {
  parent: gateway
  name: 'insights'
  properties: {
    loggerType: 'applicationInsights'
    resourceId: insights.id
    credentials: {
      connectionString: insights.properties.ConnectionString
      identityClientId: identity.clientId
    }
  }
  dependsOn: [telemetryPublisher]
}

resource diagnostic 'Microsoft.ApiManagement/service/apis/diagnostics@2024-05-01' = {
  parent: api
  name: 'applicationinsights'
  properties: {
    loggerId: logger.id
    // No alwaysLog: every 409 is an error to it, and losing a seat is not one.
    verbosity: 'information'
    // The gateway's trace is its caller's. The functions begin one of their own, with a link to this one.
    httpCorrelationProtocol: 'W3C'
    sampling: {
      samplingType: 'fixed'
      percentage: tracePercent
    }
    metrics: true
    // Staff search by a customer's name and address.
    frontend: { request: { dataMasking: { queryParams: [{ mode: 'Hide', value: 'query' }] } } }
    backend: { request: { dataMasking: { queryParams: [{ mode: 'Hide', value: 'query' }] } } }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: gateway
  properties: logged(workspaceId, ['GatewayLogs'])
}

@description('Address of the gateway, without a slash at its end.')
output gatewayUrl string = empty(domain) ? gateway.properties.gatewayUrl : 'https://${domain!.hostName}'

@description('Resource id of the gateway.')
output gatewayId string = gateway.id
