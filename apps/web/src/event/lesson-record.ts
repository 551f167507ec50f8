/** The RunInstances record that the lesson reads, whole, as CloudTrail writes it: one line, in its order. */
export const lessonRecord = JSON.stringify({
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAZFDZ2ZUTSWJCHYKF',
    arn: 'arn:aws:iam::629470242021:user/kodekloud',
    accountId: '629470242021',
    accessKeyId: 'ASIAZFDZ2ZUTSYABGGX',
    userName: 'kodekloud',
    sessionContext: {
      sessionIssuer: {},
      webIdFederationData: {},
      attributes: { creationDate: '2023-10-08T17:21:45Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2023-10-08T17:50:24Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'RunInstances',
  awsRegion: 'us-east-2',
  sourceIPAddress: '70.175.135.47',
  userAgent: 'AWS Internal',
  requestParameters: {
    instancesSet: {
      items: [{ imageId: 'ami-036f5574583e16426', minCount: 1, maxCount: 1, keyName: 'Ohio-Key' }],
    },
  },
  responseElements: {
    instancesSet: {
      items: [
        {
          instanceId: 'i-0123456789abcdef0',
          instanceType: 't3.micro',
          placement: { availabilityZone: 'us-east-2b' },
          state: { code: 0, name: 'pending' },
          privateIpAddress: '172.31.29.166',
          keyName: 'Ohio-Key',
          groupSet: { items: [{ groupId: 'sg-00ca240f71292feb2', groupName: 'Webserver_SG' }] },
          tagSet: { items: [{ key: 'Name', value: 'Server1' }] },
          networkInterfaceSet: {
            items: [
              {
                networkInterfaceId: 'eni-0892be3483f983663',
                subnetId: 'subnet-d07cb873ce0ee06',
                vpcId: 'vpc-0fd1744d0f9c0fe7a',
                attachment: { status: 'attaching', attachTime: 1696787423000 },
                ipv6AddressesSet: {},
              },
            ],
          },
          maintenanceOptions: { autoRecovery: 'default' },
          privateDnsNameOptions: { hostnameType: 'ip-name', enableResourceNameDnsARecord: true },
        },
      ],
    },
  },
  requestID: 'b3116925-dea3-43fd-9b10-19932ce1925',
  eventID: 'e2f69382-7637-4deb-83ed-e6ee31cac1c4',
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '629470242021',
  eventCategory: 'Management',
  sessionCredentialFromConsole: 'true',
});
