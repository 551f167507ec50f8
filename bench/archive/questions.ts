/** A filter of three clauses, and the same as somebody writes it in SQL. */
export const questions = [
  {
    q: 'source:ec2.amazonaws.com readOnly:false error:*',
    sql: "event_source = 'ec2.amazonaws.com' AND read_only = FALSE AND error_code IS NOT NULL",
  },
  {
    q: 'name:Describe* region:eu-west-1 -user:PulseboardCrawler',
    sql: "event_name LIKE 'Describe%' AND aws_region = 'eu-west-1' AND username IS DISTINCT FROM 'PulseboardCrawler'",
  },
  {
    q: 'role:terraform-deploy (source:s3.amazonaws.com OR source:iam.amazonaws.com) readOnly:false',
    sql: "role = 'terraform-deploy' AND event_source IN ('s3.amazonaws.com', 'iam.amazonaws.com') AND read_only = FALSE",
  },
  {
    q: 'error:AccessDenied agent:*aws-cli* -source:sts.amazonaws.com',
    sql: "error_code = 'AccessDenied' AND contains(user_agent, 'aws-cli') AND event_source <> 'sts.amazonaws.com'",
  },
  {
    q: 'rtype:AWS::EC2::Instance type:AwsApiCall name:TerminateInstances',
    sql: "list_contains(resource_type, 'AWS::EC2::Instance') AND event_type = 'AwsApiCall' AND event_name = 'TerminateInstances'",
  },
  {
    q: 'source:s3.amazonaws.com readOnly:false requestParameters.bucketName:larkhill*',
    sql: "event_source = 's3.amazonaws.com' AND read_only = FALSE AND (record ->> '$.requestParameters.bucketName') LIKE 'larkhill%'",
  },
] as const;
