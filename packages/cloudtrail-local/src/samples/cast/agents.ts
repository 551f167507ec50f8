import type { Person } from './people.ts';

export const browsers: Readonly<Record<Person['browser'], string>> = {
  'chrome-mac':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'chrome-windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
};

const terminals: Readonly<Record<Person['terminal'], string>> = {
  mac: 'aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/macos#24.6.0 md/arch#arm64 lang/python#3.13.7 md/pyimpl#CPython m/b,E,s,Z cfg/retry-mode#standard md/installer#source sid/a31f2c90be4d md/prompt#off',
  linux:
    'aws-cli/2.31.5 md/awscrt#0.27.6 ua/2.1 os/linux#6.12.48-1-lts md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython m/b,E,s,Z cfg/retry-mode#standard md/installer#exe md/distrib#fedora.42 md/prompt#off',
  windows:
    'aws-cli/2.30.2 md/awscrt#0.27.6 ua/2.1 os/windows#11 md/arch#amd64 lang/python#3.13.7 md/pyimpl#CPython m/b,E,s,Z cfg/retry-mode#standard md/installer#exe md/prompt#off',
};

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** The AWS CLI names the command it runs at the end of its user agent. */
export const awsCli =
  (terminal: Person['terminal']) =>
  (service: string, operation: string): string =>
    `${terminals[terminal]} md/command#${service}.${kebab(operation)}`;

export const agents = {
  terraform:
    'APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.17.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.39.3 ua/2.1 os/linux lang/go#1.24.8 md/GOOS#linux md/GOARCH#amd64',
  githubActions:
    'aws-sdk-js/3.901.0 ua/2.1 os/linux#6.11.0-1018-azure lang/js md/nodejs#20.19.5 m/E,b configure-aws-credentials-for-github-actions',
  boto: 'Boto3/1.40.52 md/Botocore#1.40.52 ua/2.1 os/linux#6.1.153-175.280.amzn2023.x86_64 md/arch#x86_64 lang/python#3.12.11 md/pyimpl#CPython m/b,Z,D cfg/retry-mode#legacy Botocore/1.40.52',
  auditTool:
    'Boto3/1.40.46 md/Botocore#1.40.46 ua/2.1 os/linux#5.10.244-240.965.amzn2.aarch64 md/arch#aarch64 lang/python#3.12.11 md/pyimpl#CPython exec-env/AWS_ECS_FARGATE m/D,b,Z,E cfg/retry-mode#adaptive Botocore/1.40.46',
  vendorPoller:
    'aws-sdk-go-v2/1.38.0 ua/2.1 os/linux lang/go#1.24.6 md/GOOS#linux md/GOARCH#amd64 m/E,g',
  ssmAgent: 'aws-sdk-go/1.55.5 (go1.23.10; linux; amd64) amazon-ssm-agent/3.3.2746.0 exec-env/EC2',
  cloudwatchAgent:
    'CWAgent/1.300059.0 (go1.24.6; linux; amd64) ID/5c0e9d21-inputs:(cpu disk mem logs) outputs:(cloudwatch cloudwatchlogs)',
  externalDns:
    'aws-sdk-go-v2/1.39.0 ua/2.1 os/linux lang/go#1.25.1 md/GOOS#linux md/GOARCH#arm64 external-dns/v0.19.0',
  loadBalancerController:
    'elbv2.k8s.aws/v2.13.4 aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.24.5 md/GOOS#linux md/GOARCH#arm64',
  clusterAutoscaler: 'aws-sdk-go/1.55.6 (go1.24.0; linux; arm64) cluster-autoscaler/1.33.1',
  lambdaNode:
    'aws-sdk-js/3.873.0 ua/2.1 os/linux#5.10.245-262.986.amzn2.x86_64 lang/js md/nodejs#22.19.0 exec-env/AWS_Lambda_nodejs22.x m/E,b',
  lambdaPython:
    'Boto3/1.40.4 md/Botocore#1.40.4 ua/2.1 os/linux#5.10.245-262.986.amzn2.aarch64 md/arch#aarch64 lang/python#3.13.7 md/pyimpl#CPython exec-env/AWS_Lambda_python3.13 m/b,Z,D cfg/retry-mode#legacy Botocore/1.40.4',
  ecsJava:
    'aws-sdk-java/2.33.5 md/io#sync md/http#Apache ua/2.1 api/Secrets_Manager#2.33.x os/Linux#5.10.244-240.965.amzn2.x86_64 lang/java#21.0.8 md/OpenJDK_64-Bit_Server_VM#21.0.8_9-LTS md/vendor#Amazon.com_Inc. md/en_US exec-env/AWS_ECS_FARGATE m/D,N',
  githubRunner:
    'aws-cli/2.31.13 md/awscrt#0.27.6 ua/2.1 os/linux#6.11.0-1018-azure md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython exec-env/GitHubActions m/b,E,g,Z cfg/retry-mode#standard md/installer#exe md/distrib#ubuntu.24 md/prompt#off',
  releaseRunner:
    'aws-cli/2.15.30 Python/3.11.8 Linux/5.15.0-1061-generic exe/x86_64.ubuntu.22 prompt/off',
  /** The leaked key in a stranger's hands. */
  stranger:
    'Boto3/1.34.51 md/Botocore#1.34.51 ua/2.0 os/linux#6.6.9-kali1-amd64 md/arch#x86_64 lang/python#3.11.8 md/pyimpl#CPython cfg/retry-mode#legacy Botocore/1.34.51',
  identityCenter:
    'aws-internal/3 aws-sdk-java/1.12.792 Linux/5.10.244-240.965.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/25.462-b09 java/1.8.0_462 vendor/N/A cfg/retry-mode/standard',
} as const;
