metadata description = 'A mail before the month costs more than was meant. It stops nothing.'

@description('Name of the budget.')
@minLength(1)
@maxLength(63)
param budgetName string

@description('Budget of a month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the month it begins in. It stays what it was: Azure lets nobody change it.')
@minLength(10)
@maxLength(30)
param startDate string

@description('Who gets the mail.')
@minLength(5)
param contactEmail string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: budgetName
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
