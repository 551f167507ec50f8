import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { CodeBlock } from './code-block.tsx';
import { configExample, leastPrivilege } from './policy.ts';

const ANCHOR = 'use-your-aws-account';

export function UseYourAccount() {
  const section = useRef<HTMLDivElement>(null);
  const asked = useRouterState({ select: (state) => state.location.hash }) === ANCHOR;
  useEffect(() => {
    if (asked) section.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return (
    <div ref={section} id={ANCHOR}>
      <Container header={<Header variant="h2">Use your AWS account</Header>}>
        <SpaceBetween size="l">
          <Step title="One account">
            <Box variant="p">
              Stop Trailglass and start it with a profile of the AWS CLI: IAM Identity Center,
              assume-role chains, environment, container and instance roles all work. Repeat
              --profile for several accounts.
            </Box>
            <CodeBlock text="npm start -- --profile NAME" what="command" />
          </Step>
          <Step title="Several accounts through roles">
            <Box variant="p">
              Name the roles in a file. Each is assumed with a session policy that allows reading
              event history and nothing else, whatever the role itself may do.
            </Box>
            <CodeBlock text={configExample} what="example" />
            <CodeBlock text="npm start -- --config trailglass.json" what="command" />
          </Step>
          <Step title="The policy to attach">
            <Box variant="p">
              The user or role that Trailglass calls AWS as needs this and no more. To assume roles,
              your own credentials need sts:AssumeRole on them.
            </Box>
            <CodeBlock text={leastPrivilege} what="policy" />
          </Step>
        </SpaceBetween>
      </Container>
    </div>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{title}</Box>
      {children}
    </SpaceBetween>
  );
}
