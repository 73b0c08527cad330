import type { z } from 'zod';
import { type Endpoint, endpoint } from '../http/endpoint';
import { expectedVersion, versionHeaders } from '../http/version';
import { onceHeaders } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import { changeProblems } from '../shipments/shipments-endpoints';
import { type ApprovalDependencies, approveCorrection } from './approve-correction';
import { rejectCorrection, withdrawCorrection } from './close-correction';
import type { Choice } from './choose-option';
import { replyWith } from './corrections-endpoints';
import { approvalExamples, correctionExamples, rejectionExamples } from './corrections-examples';
import { approvalRequest, correction, correctionParams, rejectionRequest } from './corrections-schemas';
import type { CorrectionDependencies } from './propose-correction';

const tags = ['corrections'];
const headers = onceHeaders.extend(versionHeaders.shape);
const responses = { 200: { description: 'As it is now', schema: correction, examples: correctionExamples } };

/** What someone decides of a correction: approve, reject, withdraw. If-Match takes the ETag of the correction. */
export function approvalEndpoints(dependencies: ApprovalDependencies): Endpoint[] {
  return [approve(dependencies), reject(dependencies), withdraw(dependencies)];
}

function approve(dependencies: ApprovalDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/corrections/{correctionId}/approve',
    operationId: 'approveCorrection',
    summary: 'Approve a correction, as proposed or with another address',
    description:
      'One action: the shipment goes to the new address and, where it was held, is released. Of a parcel that is on a route, `option` says ' +
      'how, as it was shown (see its options): in a van it is `pushed` to the driver, and acknowledged or refused. Where the route moved on ' +
      'meanwhile: 412 with the options as they are now. An address whose check does not let it through takes a reason.',
    tags,
    scopes: ['desk'],
    request: { params: correctionParams, headers, body: approvalRequest, examples: approvalExamples },
    responses,
    problems: changeProblems,
    handle: async ({ params, headers: sent, body }, { caller, language }) => {
      const choice = choiceOf(body.option);
      const decision = { address: body.address ?? null, reason: body.reason ?? null, choice, language };
      const request = { caller, ...params, ...decision, expected: expectedVersion(sent) };
      const asked = { operationId: 'approveCorrection', params, body };
      const once = onceOf(caller, sent['idempotency-key'], asked);
      const written = await approveCorrection(dependencies, request, once);
      return replyWith(written, { language, status: 200 });
    },
  });
}

function choiceOf(option: z.output<typeof approvalRequest>['option']): Choice | null {
  if (option === undefined) return null;
  const { kind, mayBreakPromises } = option;
  return {
    ...{ kind, mayBreakPromises },
    routeVersion: option.routeVersion ?? null,
    routeId: option.routeId ?? null,
    depot: option.depot ?? null,
  };
}

function reject(dependencies: CorrectionDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/corrections/{correctionId}/reject',
    operationId: 'rejectCorrection',
    summary: 'Reject a correction that is still to be decided',
    tags,
    scopes: ['desk'],
    request: { params: correctionParams, headers, body: rejectionRequest, examples: rejectionExamples },
    responses,
    problems: changeProblems,
    handle: async ({ params, headers: sent, body }, { caller, language }) => {
      const request = { caller, ...params, ...body, expected: expectedVersion(sent) };
      const asked = { operationId: 'rejectCorrection', params, body };
      const once = onceOf(caller, sent['idempotency-key'], asked);
      const written = await rejectCorrection(dependencies, request, once);
      return replyWith(written, { language, status: 200 });
    },
  });
}

function withdraw(dependencies: CorrectionDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/corrections/{correctionId}/withdraw',
    operationId: 'withdrawCorrection',
    summary: 'Take a correction back, or undo one that was applied',
    description:
      'As long as it is to be decided, whoever proposed it and the desk may; once it was applied the desk may, with which the ' +
      'shipment goes where it went before, or is held again.',
    tags,
    scopes: ['shipments', 'desk'],
    request: { params: correctionParams, headers },
    responses,
    problems: changeProblems,
    handle: async ({ params, headers: sent }, { caller, language }) => {
      const request = { caller, ...params, expected: expectedVersion(sent) };
      const once = onceOf(caller, sent['idempotency-key'], { operationId: 'withdrawCorrection', params });
      const written = await withdrawCorrection(dependencies, request, once);
      return replyWith(written, { language, status: 200 });
    },
  });
}
