import type { JsonObject } from '@trailglass/record';
import { production } from '../cast/accounts.ts';

const group = { groupId: 'sg-00ca240f71292feb2', groupName: 'Webserver_SG' };
const privateIpAddress = '172.31.29.166';
const dnsName = 'ip-172-31-29-166.us-east-2.compute.internal';
const nameTag = { key: 'Name', value: 'Server1' };

/**
 * What the lesson shows of the launch, with what its extract leaves out.
 * @param attachTime when the network interface was attached, epoch milliseconds
 */
export const runInstances = (attachTime: number): { request: JsonObject; answer: JsonObject } => ({
  request: {
    instancesSet: {
      items: [{ imageId: 'ami-036f5574583e16426', minCount: 1, maxCount: 1, keyName: 'Ohio-Key' }],
    },
    instanceType: 't3.micro',
    blockDeviceMapping: {},
    monitoring: { enabled: false },
    disableApiTermination: false,
    disableApiStop: false,
    clientToken: 'd0e3b1c7-61f0-4b53-9a0b-3c1c2d1f4a86',
    networkInterfaceSet: {
      items: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: true,
          groupSet: { items: [{ groupId: group.groupId }] },
        },
      ],
    },
    ebsOptimized: true,
    tagSpecificationSet: { items: [{ resourceType: 'instance', tags: [nameTag] }] },
    metadataOptions: {
      httpTokens: 'required',
      httpPutResponseHopLimit: 2,
      httpEndpoint: 'enabled',
    },
    privateDnsNameOptions: {
      hostnameType: 'ip-name',
      enableResourceNameDnsARecord: true,
      enableResourceNameDnsAAAARecord: false,
    },
  },
  answer: {
    requestId: 'b3116925-dea3-43fd-9b10-19932ce1925',
    reservationId: 'r-0a4be1c93de25f704',
    ownerId: production,
    groupSet: {},
    instancesSet: {
      items: [
        {
          instanceId: 'i-0123456789abcdef0',
          imageId: 'ami-036f5574583e16426',
          instanceType: 't3.micro',
          launchTime: attachTime,
          placement: { availabilityZone: 'us-east-2b', tenancy: 'default' },
          monitoring: { state: 'disabled' },
          state: { code: 0, name: 'pending' },
          subnetId: 'subnet-d07cb873ce0ee06',
          vpcId: 'vpc-0fd1744d0f9c0fe7a',
          privateIpAddress,
          dnsName,
          keyName: 'Ohio-Key',
          amiLaunchIndex: 0,
          architecture: 'x86_64',
          rootDeviceType: 'ebs',
          rootDeviceName: '/dev/xvda',
          blockDeviceMapping: {},
          virtualizationType: 'hvm',
          hypervisor: 'xen',
          groupSet: { items: [group] },
          tagSet: { items: [nameTag] },
          networkInterfaceSet: {
            items: [
              {
                networkInterfaceId: 'eni-0892be3483f983663',
                subnetId: 'subnet-d07cb873ce0ee06',
                vpcId: 'vpc-0fd1744d0f9c0fe7a',
                ownerId: production,
                status: 'in-use',
                groupSet: { items: [group] },
                attachment: {
                  attachmentId: 'eni-attach-07bbe98b3bf06adea',
                  status: 'attaching',
                  attachTime,
                  deleteOnTermination: true,
                  deviceIndex: 0,
                  networkCardIndex: 0,
                },
                privateIpAddressesSet: {
                  items: [{ privateIpAddress, privateDnsName: dnsName, primary: true }],
                },
                ipv6AddressesSet: {},
                sourceDestCheck: true,
              },
            ],
          },
          ebsOptimized: true,
          cpuOptions: { coreCount: 1, threadsPerCore: 2 },
          maintenanceOptions: { autoRecovery: 'default' },
          privateDnsNameOptions: {
            hostnameType: 'ip-name',
            enableResourceNameDnsARecord: true,
            enableResourceNameDnsAAAARecord: false,
          },
        },
      ],
    },
  },
});
