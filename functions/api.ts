import { admissionEndpoints } from './admission/register';
import { lendingEndpoints } from './lending/register';
import { membershipEndpoints } from './membership/register';
import { musicalEndpoints } from './musical/register';
import { mypageEndpoints } from './mypage/register';
import { notificationEndpoints } from './notification/register';
import { openApiDocument } from './openapi';
import { operationsEndpoints } from './operations/register';
import { reservationEndpoints } from './reservation/register';

/** Every HTTP call of every context. */
export const apiEndpoints = () => ({
  ...operationsEndpoints(apiDocument),
  ...musicalEndpoints,
  ...reservationEndpoints,
  ...notificationEndpoints,
  ...mypageEndpoints,
  ...admissionEndpoints,
  ...lendingEndpoints,
  ...membershipEndpoints,
});

export const apiDocument = (): unknown => openApiDocument(apiEndpoints());
