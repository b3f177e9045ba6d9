import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { csvAnswer } from '../../../shared/http/csv';
import { endpoint } from '../../../shared/http/endpoint';
import { problem } from '../../problems';
import { reservationListKey } from '../commit/store';
import type { PaperDeps } from '../deps';
import { readSales, readSettlement } from '../usecases/readSales';
import {
  houseQuery,
  listedPage,
  salesOfDaysView,
  salesQuery,
  settlementQuery,
  settlementView,
} from './schemas';
import { houseColumns, houseRow, salesColumns, salesRow, settlementColumns } from './tables';
import { listedViewOf } from './view';

export const getSalesOfDays = endpoint(
  {
    method: 'GET',
    route: 'admin/sales',
    summary: 'What was sold on these days of the theatre, and what came back of it since',
    auth: 'box-office',
    query: salesQuery,
    answers: {
      200: {
        description: 'Seats and money (minor units) by what they are grouped by',
        body: salesOfDaysView,
        csv: true,
      },
    },
  },
  async (deps: PaperDeps, { query: { groupBy, ...days }, wantsCsv }) => {
    const sales = await readSales(deps, days, groupBy);
    const { from, to, items } = sales;
    return wantsCsv
      ? csvAnswer(
          `sales-${from}-${to}-${groupBy}`,
          salesColumns(groupBy),
          items.map((item) => salesRow(groupBy, item, deps.timeZone)),
        )
      : { status: 200, body: sales };
  },
);

export const listPerformanceReservations = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/reservations',
    summary: 'Reservations of a performance with who has made them, the newest first',
    auth: 'box-office',
    query: houseQuery,
    isTranslated: true,
    answers: {
      200: {
        description: 'A page of reservations; all of them for a spreadsheet',
        body: listedPage,
        csv: true,
      },
    },
  },
  async (
    deps: PaperDeps,
    { params: { performanceId = '' }, query: { continuation, limit, status }, caller, wantsCsv },
  ) => {
    if (!(await deps.hasPerformance(performanceId)))
      throw problem('not-found', `There is no performance ${performanceId}.`);
    const filter = { performanceId, status };
    if (wantsCsv) {
      const rows = [];
      for await (const page of deps.reservations.listAll(filter))
        for (const one of page) rows.push(houseRow(one, deps.timeZone));
      return csvAnswer(`reservations-${performanceId}`, houseColumns, rows);
    }
    const items = await deps.reservations.list({ ...filter, limit, after: listKeyAfter(continuation) });
    return {
      status: 200,
      body: pageOf(items, limit, reservationListKey, (one) => listedViewOf(one, caller, deps.clock)),
    };
  },
);

export const getSettlement = endpoint(
  {
    method: 'GET',
    route: 'admin/settlement',
    summary: 'What money moved on a day of the theatre, today when none is named, by way of payment',
    auth: 'box-office',
    query: settlementQuery,
    answers: {
      200: { description: 'Money (minor units) by way of payment', body: settlementView, csv: true },
    },
  },
  async (deps: PaperDeps, { query: { day: asked }, wantsCsv }) => {
    const { day, items } = await readSettlement(deps, asked);
    return wantsCsv
      ? csvAnswer(
          `settlement-${day}`,
          settlementColumns,
          items.map((item) => settlementColumns.map((name) => item[name])),
        )
      : { status: 200, body: { day, items } };
  },
);
