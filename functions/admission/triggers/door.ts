import { endpoint } from '../../../shared/http/endpoint';
import type { AdmissionDeps } from '../deps';
import { admit } from '../usecases/admit';
import { readDoor } from '../usecases/readDoor';
import { takeAdmissionBack } from '../usecases/takeAdmissionBack';
import { admissionsBody, admissionsView, doorView } from './schemas';

export const postAdmissions = endpoint(
  {
    method: 'POST',
    route: 'admin/performances/{performanceId}/admissions',
    summary: 'Let scanned tickets in, each once; a scan that is repeated gets the verdict it had',
    auth: 'door',
    body: admissionsBody,
    answers: { 200: { description: 'A verdict for each scan, in their order', body: admissionsView } },
  },
  async (deps: AdmissionDeps, { params: { performanceId = '' }, body: { scans }, caller }) => {
    const judged = await admit(deps, { performanceId, scans, by: caller.customerId });
    const items = judged.map(({ admittedBy: scanner, ...scan }) => ({ ...scan, scanner }));
    return { status: 200, body: admissionsView.parse({ items }) };
  },
);

export const deleteAdmission = endpoint(
  {
    method: 'DELETE',
    route: 'admin/performances/{performanceId}/admissions/{ticketId}',
    summary: 'Take an admission back; the ticket can be let in again',
    auth: 'admin',
    answers: { 204: { description: 'It is valid' } },
    problems: ['wrong-state'],
  },
  async (deps: AdmissionDeps, { params: { performanceId = '', ticketId = '' } }) => {
    await takeAdmissionBack(deps, performanceId, ticketId);
    return { status: 204 };
  },
);

export const getDoor = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/door',
    summary: 'What a scanner needs that loses its connection: keys, tickets, who is in, and conflicts',
    auth: 'door',
    answers: { 200: { description: 'As it is now', body: doorView } },
  },
  async (deps: AdmissionDeps, { params: { performanceId = '' } }) => ({
    status: 200,
    body: doorView.parse(await readDoor(deps, performanceId)),
  }),
);
