metadata description = 'A mail before the month costs more than was meant. It stops nothing.'

@description('Environment, part of its name.')
@allowed(['dev', 'production'])
param environmentName string

@description('Budget of a month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the first month, as 2026-12-01.')
@minLength(10)
@maxLength(10)
param startDate string

@description('Who gets the mail.')
@minLength(5)
param contactEmail string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'budget-marquee-${environmentName}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      mostSpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [contactEmail]
      }
      willBeSpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [contactEmail]
      }
    }
  }
}
