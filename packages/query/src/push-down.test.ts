import { expect, test } from 'vitest';
import { parseFilter, printFilter, pushDown } from './index.ts';

function asked(text: string): string {
  const { attribute, residual } = pushDown(parseFilter(text).filter!);
  return `${attribute ? `${attribute.key}=${attribute.value}` : 'everything'} | ${printFilter(residual)}`;
}

test('the most selective required attribute goes to AWS, the rest is applied here', () => {
  expect(asked('readOnly:false user:alice name:RunInstances')).toBe(
    'Username=alice | readOnly:false eventName:RunInstances',
  );
  expect(asked('id:e-1 key:AKIA resource:r')).toBe('EventId=e-1 | accessKeyId:AKIA resourceName:r');
  expect(asked('readOnly:false')).toBe('ReadOnly=false | ');
  expect(asked('rtype:AWS::S3::Bucket source:s3.amazonaws.com')).toBe(
    'EventSource=s3.amazonaws.com | resourceType:AWS::S3::Bucket',
  );
});

test.each([
  // AWS's ReadOnly=false would lose events that say neither.
  '-readOnly:true',
  'username:(alice OR bob)',
  'eventName:Run*',
  'errorCode:AccessDenied',
  'alice',
  '',
  `username:${'x'.repeat(2001)}`,
  `username:${'_'.repeat(1001)}`,
])('nothing that AWS cannot answer is pushed: %s', (text) => {
  expect(asked(text)).toBe(`everything | ${text}`);
});

test('two values of one attribute: AWS gets the first, the second is applied here', () => {
  expect(asked('resource:a resource:b')).toBe('ResourceName=a | resourceName:b');
});
