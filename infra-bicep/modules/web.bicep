metadata description = 'The web pages of buyers, staff and door: a Static Web App, which calls the gateway by CORS. Its own proxy for an API would overwrite Authorization.'

import { Tags } from 'types.bicep'

@description('Azure region of the service\'s own data; the pages are served from everywhere.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the Static Web App.')
@minLength(1)
@maxLength(60)
param siteName string

@description('Standard has an SLA and costs a fixed sum a month; Free has none.')
@allowed(['Free', 'Standard'])
param tier string

@description('Host name of one\'s own; empty takes the one that Azure makes up. Its CNAME must lead to that one first.')
@maxLength(253)
param hostName string

resource site 'Microsoft.Web/staticSites@2025-03-01' = {
  name: siteName
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  sku: {
    name: tier
    tier: tier
  }
  properties: {
    // Pull requests get no page of their own: it would call dev with an origin that the gateway does not know.
    stagingEnvironmentPolicy: 'Disabled'
    allowConfigFileUpdates: true
  }
}

resource domain 'Microsoft.Web/staticSites/customDomains@2025-03-01' = if (!empty(hostName)) {
  parent: site
  name: empty(hostName) ? 'none' : hostName
  properties: {
    validationMethod: 'cname-delegation'
  }
}

@description('Where the page is when it has no name of its own.')
output defaultOrigin string = 'https://${site.properties.defaultHostname}'
