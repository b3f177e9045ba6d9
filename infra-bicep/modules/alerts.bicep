metadata description = 'Alerts: one row of metricAlerts.json or logAlerts.json each.'

import { Environment, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Environment, part of every name.')
param environmentName Environment

@description('Who is told.')
@minLength(1)
param actionGroupId string

@description('Resource id of the Application Insights component.')
@minLength(1)
param insightsId string

@description('Resource id of the Service Bus namespace.')
@minLength(1)
param namespaceId string

@description('Resource id of the Event Grid topic.')
@minLength(1)
param topicId string

@description('Resource id of the gateway.')
@minLength(1)
param gatewayId string

@description('Resource id of the Cosmos DB account.')
@minLength(1)
param cosmosAccountId string

var sources = {
  serviceBus: [namespaceId]
  eventGrid: [topicId]
  gateway: [gatewayId]
  cosmos: [cosmosAccountId]
}

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in items(loadJsonContent('../metricAlerts.json')): {
  name: 'alert-marquee-${alert.key}-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.value.description
    severity: alert.value.severity
    enabled: true
    scopes: sources[alert.value.source]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.key
          metricNamespace: alert.value.metricNamespace
          metricName: alert.value.metricName
          timeAggregation: alert.value.aggregation
          operator: 'GreaterThan'
          threshold: alert.value.threshold
          dimensions: [
            {
              name: alert.value.dimension
              operator: 'Include'
              values: alert.value.?dimensionValues ?? ['*']
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in items(loadJsonContent('../logAlerts.json')): {
  name: 'alert-marquee-${alert.key}-${environmentName}'
  location: location
  tags: tags
  properties: {
    displayName: alert.key
    description: alert.value.description
    severity: alert.value.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: alert.value.frequency
    windowSize: alert.value.window
    criteria: {
      allOf: [
        {
          query: alert.value.query
          // A row of a metric is many calls: those alerts add a column up, the others count rows.
          timeAggregation: empty(alert.value.?sumOf) ? 'Count' : 'Total'
          metricMeasureColumn: alert.value.?sumOf
          operator: 'GreaterThan'
          threshold: alert.value.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [actionGroupId]
    }
  }
}]
