metadata description = 'The workbook: workbook.json, as the portal saves one.'

import { Environment, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Environment, part of its title.')
param environmentName Environment

@description('Resource id of the Application Insights component that it asks.')
@minLength(1)
param insightsId string

@description('Resource id of the Service Bus namespace, whose dead letters are shown.')
@minLength(1)
param namespaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // Azure takes a GUID and nothing else.
  name: guid(resourceGroup().id, 'marquee')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Marquee ${environmentName}'
    category: 'workbook'
    sourceId: insightsId
    serializedData: replace(loadTextContent('../workbook.json'), '__NAMESPACE_ID__', namespaceId)
  }
}
