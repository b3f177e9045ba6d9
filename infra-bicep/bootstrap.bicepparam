using 'bootstrap.bicep'

param environmentName = readEnvironmentVariable('MARQUEE_ENVIRONMENT', 'dev')
param deploySubject = readEnvironmentVariable('DEPLOY_SUBJECT')
param whatIfSubject = readEnvironmentVariable('WHAT_IF_SUBJECT')
