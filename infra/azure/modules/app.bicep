// Samtal itself: one container with API, tab, bot and live notes. The variables are those of infra/docker/README.md.
param name string
param location string
param image string
param identityId string
param identityClientId string
param registryServer string
param workspaceName string
param clientId string
param teamsAppId string
param tenants array
param mailFrom string
param keyUrl string
param clientSecretUrl string
param mongoUriUrl string

var port = 3978
// Before the first image is built something must answer, or the deployment waits in vain. That page listens on port 80.
var isFirst = empty(image)
var domain = '${name}.${place.properties.defaultDomain}'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: place.id
    configuration: {
      // One revision at a time: two would both hold live notes.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: isFirst ? 80 : port
        transport: 'auto'
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        {
          name: 'client-secret'
          keyVaultUrl: clientSecretUrl
          identity: identityId
        }
        {
          name: 'mongo-uri'
          keyVaultUrl: mongoUriUrl
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'samtal'
          image: isFirst ? 'mcr.microsoft.com/k8se/quickstart:latest' : image
          resources: {
            cpu: json('1.0')
            memory: '2Gi'
          }
          env: [
            {
              name: 'MONGODB_URI'
              secretRef: 'mongo-uri'
            }
            {
              name: 'SAMTAL_CLIENT_ID'
              value: clientId
            }
            {
              name: 'SAMTAL_CLIENT_SECRET'
              secretRef: 'client-secret'
            }
            {
              name: 'SAMTAL_APP_ID_URI'
              value: 'api://${domain}/${clientId}'
            }
            {
              name: 'SAMTAL_TENANTS'
              value: join(tenants, ',')
            }
            {
              name: 'SAMTAL_PUBLIC_URL'
              value: 'https://${domain}'
            }
            {
              name: 'SAMTAL_PROXIES'
              value: '1'
            }
            {
              name: 'SAMTAL_LISTEN'
              value: '0.0.0.0:${port}'
            }
            {
              name: 'SAMTAL_KEY_URL'
              value: keyUrl
            }
            {
              name: 'SAMTAL_MAIL_FROM'
              value: mailFrom
            }
            {
              name: 'SAMTAL_TEAMS_APP_ID'
              value: teamsAppId
            }
            {
              // Which of the app's identities signs in to the vault.
              name: 'AZURE_CLIENT_ID'
              value: identityClientId
            }
          ]
          probes: isFirst ? [] : [
            {
              type: 'Startup'
              httpGet: {
                path: '/api/config'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 24
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/api/config'
                port: port
              }
              periodSeconds: 30
              failureThreshold: 3
            }
          ]
        }
      ]
      // The live notes of a talk are held by one process, so there is one.
      scale: {
        minReplicas: 1
        maxReplicas: 1
      }
    }
  }
}

output id string = app.id
output name string = app.name
output domain string = domain
