metadata description = 'One user-assigned identity per context, one for Event Grid\'s deliveries, one for the gateway.'

import { Environment, Identity, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Environment, part of every name.')
param environmentName Environment

@description('The contexts, one app and one identity each.')
@minLength(1)
param contexts string[]

// User-assigned, so that it exists, and has its roles, before the app that uses it.
resource contextIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = [for context in contexts: {
  name: 'id-marquee-${context}-${environmentName}'
  location: location
  tags: tags
}]

resource eventGridIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-marquee-eventgrid-${environmentName}'
  location: location
  tags: tags
}

resource gatewayIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-marquee-gateway-${environmentName}'
  location: location
  tags: tags
}

@description('Identity of each context, in the order of the parameter.')
output contexts Identity[] = [for (context, i) in contexts: {
  id: contextIdentity[i].id
  clientId: contextIdentity[i].properties.clientId
  principalId: contextIdentity[i].properties.principalId
}]

@description('Identity that Event Grid delivers with.')
output eventGrid Identity = {
  id: eventGridIdentity.id
  clientId: eventGridIdentity.properties.clientId
  principalId: eventGridIdentity.properties.principalId
}

@description('Identity that the gateway calls the functions with.')
output gateway Identity = {
  id: gatewayIdentity.id
  clientId: gatewayIdentity.properties.clientId
  principalId: gatewayIdentity.properties.principalId
}
