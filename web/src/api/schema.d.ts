// Generated from infra-bicep/openapi.json by npm run types -w web.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the whole works, which part does not, and what is pending */
        get: operations["health-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description, OpenAPI 3.1 */
        get: operations["openapi-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that could not be processed, and why
         * @description The token's roles hold admin.
         */
        get: operations["deadletters-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/dead-letters/{queue}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put dead letters back into their queue, all or those of some events
         * @description The token's roles hold admin.
         */
        post: operations["deadletters-replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What does not go on by itself, or not yet, the longest waiting first
         * @description The token's roles hold admin.
         */
        get: operations["pending-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/pending/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of what is pending, with what it is about; personal data is hidden
         * @description The token's roles hold admin.
         */
        get: operations["pending-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/pending/{kind}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have it tried again now
         * @description The token's roles hold admin.
         */
        post: operations["pending-retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/pending/{kind}/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it up for good; the reason is kept in the audit
         * @description The token's roles hold admin.
         */
        post: operations["pending-discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/musicals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Musicals, by the day they begin; `query` searches titles, `from` and `to` are days */
        get: operations["musicals-list"];
        put?: never;
        /**
         * Add a musical
         * @description The token's roles hold admin.
         */
        post: operations["musicals-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/musicals/{musicalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One musical */
        get: operations["musicals-get"];
        /**
         * Change a musical; another venue moves its performances: tickets stay valid and everybody is told, or with `onMove` `refund` all are refunded
         * @description The token's roles hold admin.
         */
        put: operations["musicals-put"];
        post?: never;
        /**
         * Take a musical out of the catalogue
         * @description The token's roles hold admin.
         */
        delete: operations["musicals-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Venues by their names, without their seats */
        get: operations["venues-list"];
        put?: never;
        /**
         * Add a venue with its house: rows as they stand, aisles, kinds of seats, where they are
         * @description The token's roles hold admin.
         */
        post: operations["venues-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/{venueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One venue with its house; `format=pretix` writes it as a seating plan of pretix */
        get: operations["venues-get"];
        /**
         * Draw the house of a venue anew; performances keep the plan they were made with
         * @description The token's roles hold admin.
         */
        put: operations["venues-put"];
        post?: never;
        /**
         * Remove a venue in which nothing is still to come
         * @description The token's roles hold admin.
         */
        delete: operations["venues-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a venue from a seating plan of pretix; what cannot be kept is named
         * @description The token's roles hold admin.
         */
        post: operations["venues-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/musicals/{musicalId}/performances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Performances of a musical by when they start, with their state of sale and what is left of each tier */
        get: operations["performances-list"];
        put?: never;
        /**
         * Add a performance with its seating plan and prices
         * @description The token's roles hold admin.
         */
        post: operations["performances-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One performance */
        get: operations["performances-get"];
        /**
         * Change a performance; whoever loses a seat by it gets a full refund. Moved to another time or venue, tickets stay valid and everybody is told, or with `onMove` `refund` all are refunded
         * @description The token's roles hold admin.
         */
        put: operations["performances-put"];
        post?: never;
        /**
         * Cancel a performance: closed for good, everyone is refunded in full
         * @description The token's roles hold admin.
         */
        delete: operations["performances-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What cancelling a performance now would take back and refund
         * @description The token's roles hold admin.
         */
        get: operations["performance-cancellation-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seat map with what is free, about a second old */
        get: operations["seats-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your holds of a performance, with the time that is left */
        get: operations["holds-list"];
        put?: never;
        /** Hold seats for a while: the ones you name, or the best in a section */
        post: operations["holds-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The house of a performance: where its seats are, their tiers and prices; its `version` never changes its meaning */
        get: operations["plan-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is free, a character a seat as they stand in `plan`: 0 available, 1 held, 2 sold, x not for sale */
        get: operations["availability-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/holds/{holdId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a hold its whole time again, twice at most */
        post: operations["renewal-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performances/{performanceId}/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Release a hold */
        delete: operations["holds-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a performance has sold
         * @description The token's roles hold box-office or admin.
         */
        get: operations["sales-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reserve held seats, named seats, or the best of a section; with `Prefer: wait=<s>` the answer waits for the seats */
        post: operations["reservations-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reservation */
        get: operations["reservations-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservationId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a held reservation with a payment the customer has authorised at the provider */
        post: operations["payment-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservationId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What cancelling would cost now */
        get: operations["cancellation-get"];
        put?: never;
        /** Cancel; the fee is fixed at this moment */
        post: operations["cancellation-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations, the newest first
         * @description The token's roles hold box-office or admin.
         */
        get: operations["reservations-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reservations/{reservationId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one reservation, in order, in all contexts, and what it waits for
         * @description The token's roles hold box-office or admin.
         */
        get: operations["timeline-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept of you: who you are, your reservations, what you were told, the seats counted as yours */
        get: operations["me-get"];
        /** Your name, your address and your language, for what was bought before as well */
        put: operations["me-put"];
        post?: never;
        /** Erase your name, your address and all texts about you; what was bought stays in the books without them */
        delete: operations["me-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reservations/{reservationId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase whoever made this reservation, as the customer could by `DELETE /me`
         * @description The token's roles hold admin.
         */
        post: operations["erasure-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payment provider’s webhook: something happened to a payment of this order */
        post: operations["payment-events-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations of which the payment provider’s books say another sum than ours, the longest first
         * @description The token's roles hold admin.
         */
        get: operations["reconciliation-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reservations/{reservationId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel beyond the terms: all is refunded, what the terms say, or nothing; or it is paid back otherwise
         * @description The token's roles hold box-office or admin.
         */
        post: operations["staff-cancellation-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reservations/{reservationId}/cancellations/{n}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What this cancellation owes is paid back otherwise; no refund is asked for any more
         * @description The token's roles hold box-office or admin.
         */
        post: operations["settlement-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer was told, the newest first */
        get: operations["notifications-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mypage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer’s reservations, the newest first, and what they add up to; about a second old */
        get: operations["mypage-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservationId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets of a reservation, with what stands in their QR codes */
        get: operations["tickets-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/admissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let scanned tickets in, each once; a scan that is repeated gets the verdict it had
         * @description The token's roles hold door or admin.
         */
        post: operations["admissions-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/admissions/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an admission back; the ticket can be let in again
         * @description The token's roles hold admin.
         */
        delete: operations["admissions-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a scanner needs that loses its connection: keys, tickets, who is in, and conflicts
         * @description The token's roles hold door or admin.
         */
        get: operations["door-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdmissionsPost200: {
            items: {
                scanId: string;
                /** @enum {string} */
                verdict: "admitted" | "already-admitted" | "void" | "wrong-performance" | "unknown";
                ticketId?: string;
                seatId?: string;
                priceTypeId?: string;
                admittedAt?: string;
                scanner?: string;
            }[];
        };
        AdmissionsPostBody: {
            scans: {
                scanId: string;
                code: string;
                /** Format: date-time */
                scannedAt?: string;
                scanner?: string;
                offline?: boolean;
            }[];
        };
        AvailabilityGet200: {
            available: number;
            capacity: number;
            plan: string;
            byTier: {
                [key: string]: {
                    available: number;
                    capacity: number;
                };
            };
            marks: {
                [key: string]: string | {
                    [key: string]: string;
                };
            };
        };
        CancellationGet200: {
            fee: number;
            refund: number;
            currency: string;
            allowed: boolean;
            reason?: string;
        };
        CancellationPostBody: Record<string, never>;
        DeadlettersList200: {
            items: {
                queue: string;
                eventId: string;
                type: string;
                reason: string;
                deliveryCount: number;
                enqueuedAt: string;
            }[];
        };
        DeadlettersReplay202: {
            replayed: number;
        };
        DeadlettersReplayBody: {
            eventIds?: string[];
        };
        DoorGet200: {
            publicKeys: {
                kty: string;
                crv: string;
                kid: string;
                x: string;
            }[];
            check: string;
            counts: {
                valid: number;
                admitted: number;
                void: number;
            };
            tickets: {
                ticketId: string;
                seatId: string;
                priceTypeId: string;
                /** @enum {string} */
                status: "valid" | "admitted" | "void";
                admittedAt?: string;
                scanner?: string;
            }[];
            conflicts: {
                ticketId?: string;
                seatId?: string;
                scans: {
                    scanId: string;
                    scannedAt?: string;
                    scanner?: string;
                    offline?: boolean;
                    /** @enum {string} */
                    verdict: "admitted" | "already-admitted" | "void" | "wrong-performance" | "unknown";
                    ticketId?: string;
                    seatId?: string;
                    priceTypeId?: string;
                    admittedAt?: string;
                    admittedBy?: string;
                    by: string;
                    storedAt: string;
                }[];
            }[];
        };
        HealthGet200: {
            /** @enum {string} */
            status: "ok" | "degraded" | "down";
            checks: {
                [key: string]: {
                    /** @enum {string} */
                    status: "ok" | "degraded" | "down";
                    reason?: string;
                    since?: string;
                    /** @enum {string} */
                    keys?: "known" | "none";
                };
            };
            progress: {
                oldestUnpublishedSeconds?: number;
                unsettledReservations?: number;
                unsentMail?: number;
                deadLetters?: number;
                seatMapDrift?: number;
            };
        };
        HealthGet503: {
            /** @enum {string} */
            status: "ok" | "degraded" | "down";
            checks: {
                [key: string]: {
                    /** @enum {string} */
                    status: "ok" | "degraded" | "down";
                    reason?: string;
                    since?: string;
                    /** @enum {string} */
                    keys?: "known" | "none";
                };
            };
            progress: {
                oldestUnpublishedSeconds?: number;
                unsettledReservations?: number;
                unsentMail?: number;
                deadLetters?: number;
                seatMapDrift?: number;
            };
        };
        /** Hold */
        Hold: {
            performanceId: string;
            seats: string[];
            amount: number;
            currency: string;
            expiresAt: string;
            lines: {
                seatId: string;
                tier: string;
                priceTypeId: string;
                price: number;
            }[];
            bookingFee: number;
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            holdId: string;
            expiresInSeconds: number;
            renewalsLeft: number;
        };
        HoldsList200: {
            items: components["schemas"]["Hold"][];
        };
        HoldsPostBody: {
            seats?: string[];
            sectionId?: string;
            tier?: string;
            quantity?: number;
            kinds?: {
                wheelchair?: number;
                companion?: number;
            };
        };
        /** ImportedVenue */
        ImportedVenue: {
            name: string;
            timeZone: string;
            floors?: string[];
            stage?: {
                x: number;
                y: number;
                width: number;
            };
            pitch?: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            tierLabels?: {
                [key: string]: {
                    label?: string;
                    colour?: string;
                };
            };
            venueId: string;
            capacity: number;
            notKept: {
                pointer: string;
                detail: string;
            }[];
        };
        /** ListedPerformance */
        ListedPerformance: {
            startsAt: string;
            cancellationPolicy?: {
                freeDays: number;
                freeUntilDaysBefore: number;
                tiers: {
                    daysBefore: number;
                    feePercent: number;
                    feePerSeat?: number;
                }[];
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            salesOpenAt?: string;
            salesCloseAt?: string;
            currency: string;
            priceTiers: {
                [key: string]: number | {
                    price: number;
                    name?: {
                        ko: string;
                        en: string;
                    };
                    colour?: string;
                };
            };
            bookingFeePerSeat?: number;
            venueId?: string;
            maxSeatsPerReservation?: number;
            performanceId: string;
            musicalId: string;
            title: string;
            venue: {
                name: string;
                timeZone: string;
            };
            /** @enum {string} */
            status: "scheduled" | "cancelled";
            capacity: number;
            available: number;
            /** @enum {string} */
            saleState: "not-yet" | "on-sale" | "sold-out" | "closed" | "cancelled";
            byTier: {
                [key: string]: {
                    available: number;
                    capacity: number;
                };
            };
        };
        MeGet200: {
            customerId: string;
            email?: string;
            name?: string;
            locale?: string;
            reservations: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                performanceId: string;
                customerId?: string;
                title?: string;
                startsAt?: string;
                venue?: {
                    name: string;
                    timeZone: string;
                };
                priceTypes?: ({
                    priceTypeId: string;
                    name: {
                        ko: string;
                        en: string;
                    };
                    tiers?: string[];
                    proof?: {
                        ko: string;
                        en: string;
                    };
                    percentOff: number;
                } | {
                    priceTypeId: string;
                    name: {
                        ko: string;
                        en: string;
                    };
                    tiers?: string[];
                    proof?: {
                        ko: string;
                        en: string;
                    };
                    amountOff: number;
                })[];
                seats: string[];
                lines: {
                    seatId: string;
                    tier: string;
                    priceTypeId: string;
                    price: number;
                }[];
                bookingFee: number;
                amount: number;
                currency: string;
                expiresAt?: string;
                moves?: {
                    n: number;
                    from: {
                        startsAt: string;
                        venue: {
                            name: string;
                            timeZone: string;
                        };
                    };
                    to: {
                        startsAt: string;
                        venue: {
                            name: string;
                            timeZone: string;
                        };
                    };
                }[];
                expiresInSeconds?: number;
                payment?: {
                    amount: number;
                    /** @constant */
                    method?: "none";
                    startedAt: string;
                    approvedAt?: string;
                };
                cancellation?: {
                    /** @enum {string} */
                    reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                    requestedAt: string;
                    fee: number;
                    refund: number;
                    refundedAt?: string;
                    n?: number;
                    voidedAt?: string;
                    /** @constant */
                    evenIfAdmitted?: true;
                    currency: string;
                };
                refusal?: {
                    /** @enum {string} */
                    reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type";
                    detail: string;
                    taken?: string[];
                    pointer?: string;
                };
                placedAt: string;
                updatedAt: string;
                version: number;
                customer: {
                    email?: string;
                    name?: string;
                    locale?: string;
                };
            }[];
            notices: {
                noticeId: string;
                /** @enum {string} */
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "not-erased";
                reservationId?: string;
                subject: string;
                body: string;
                to?: string;
                createdAt: string;
            }[];
            heldSeats: {
                performanceId: string;
                entries: {
                    allocationId: string;
                    seats: number;
                }[];
            }[];
        };
        MePut200: {
            email?: string;
            name?: string;
            locale?: string;
        };
        MePutBody: {
            name?: string;
            email?: string;
            locale?: string;
        };
        /** Musical */
        Musical: {
            title: string;
            description?: string;
            /** Format: date */
            startDate: string;
            /** Format: date */
            endDate: string;
            venue: {
                name: string;
                timeZone: string;
            };
            posterUrl?: string;
            runningTimeMinutes?: number;
            ageRating?: string;
            musicalId: string;
        };
        MusicalsList200: {
            items: components["schemas"]["Musical"][];
            continuation?: string;
        };
        MusicalsPostBody: {
            title: string;
            description?: string;
            /** Format: date */
            startDate: string;
            /** Format: date */
            endDate: string;
            venue: {
                name: string;
                timeZone: string;
            };
            posterUrl?: string;
            runningTimeMinutes?: number;
            ageRating?: string;
        };
        MusicalsPutBody: {
            title: string;
            description?: string;
            /** Format: date */
            startDate: string;
            /** Format: date */
            endDate: string;
            venue: {
                name: string;
                timeZone: string;
            };
            posterUrl?: string;
            runningTimeMinutes?: number;
            ageRating?: string;
            /** @enum {string} */
            onMove?: "keep" | "refund";
        };
        MypageGet200: {
            summary: {
                reservationCount: number;
                lastReservedAt: string | null;
                completedCount: number;
                spent: {
                    [key: string]: number;
                };
            };
            reservations: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                title: string;
                startsAt: string | null;
                movedFrom?: {
                    startsAt: string;
                    venue: {
                        name: string;
                        timeZone: string;
                    };
                };
                seats: string[];
                amount: number;
                currency: string;
                updatedAt: string;
            }[];
            continuation?: string;
        };
        NotificationsList200: {
            items: {
                noticeId: string;
                /** @enum {string} */
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "not-erased";
                reservationId?: string;
                subject: string;
                body: string;
                createdAt: string;
            }[];
            continuation?: string;
        };
        PaymentEventsPostBody: {
            orderId?: string;
            data?: {
                orderId?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        PaymentPostBody: {
            paymentKey: string;
            amount: number;
        };
        PendingDiscard202: {
            id: string;
            kind: string;
            reservationId?: string;
            since: string;
            reason: string;
            attempts: number;
            nextAttemptAt?: string;
            asked?: {
                /** @enum {string} */
                action: "retry" | "discard";
                by: string;
                at: string;
                reason?: string;
            };
        };
        PendingDiscardBody: {
            reason: string;
        };
        PendingGet200: {
            id: string;
            kind: string;
            reservationId?: string;
            since: string;
            reason: string;
            attempts: number;
            nextAttemptAt?: string;
            body?: {
                [key: string]: unknown;
            };
            asked?: {
                /** @enum {string} */
                action: "retry" | "discard";
                by: string;
                at: string;
                reason?: string;
            };
        };
        PendingList200: {
            items: {
                id: string;
                kind: string;
                reservationId?: string;
                since: string;
                reason: string;
                attempts: number;
                nextAttemptAt?: string;
                asked?: {
                    /** @enum {string} */
                    action: "retry" | "discard";
                    by: string;
                    at: string;
                    reason?: string;
                };
            }[];
            continuation?: string;
        };
        PendingRetry202: {
            id: string;
            kind: string;
            reservationId?: string;
            since: string;
            reason: string;
            attempts: number;
            nextAttemptAt?: string;
            asked?: {
                /** @enum {string} */
                action: "retry" | "discard";
                by: string;
                at: string;
                reason?: string;
            };
        };
        /** Performance */
        Performance: {
            startsAt: string;
            cancellationPolicy?: {
                freeDays: number;
                freeUntilDaysBefore: number;
                tiers: {
                    daysBefore: number;
                    feePercent: number;
                    feePerSeat?: number;
                }[];
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            salesOpenAt?: string;
            salesCloseAt?: string;
            currency: string;
            priceTiers: {
                [key: string]: number | {
                    price: number;
                    name?: {
                        ko: string;
                        en: string;
                    };
                    colour?: string;
                };
            };
            bookingFeePerSeat?: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                }[];
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            venueId?: string;
            tiers?: {
                [key: string]: string;
            };
            maxSeatsPerReservation?: number;
            outline?: {
                floors?: string[];
                stage?: {
                    x: number;
                    y: number;
                    width: number;
                };
                pitch?: number;
            };
            plan?: string;
            performanceId: string;
            musicalId: string;
            title: string;
            venue: {
                name: string;
                timeZone: string;
            };
            /** @enum {string} */
            status: "scheduled" | "cancelled";
            moves?: {
                n: number;
                from: {
                    startsAt: string;
                    venue: {
                        name: string;
                        timeZone: string;
                    };
                };
                to: {
                    startsAt: string;
                    venue: {
                        name: string;
                        timeZone: string;
                    };
                };
                /** @enum {string} */
                onMove: "keep" | "refund";
            }[];
            capacity: number;
        };
        PerformanceCancellationGet200: {
            reservations: number;
            seats: number;
            refund: number;
            currency: string;
        };
        PerformancesList200: {
            items: components["schemas"]["ListedPerformance"][];
            continuation?: string;
        };
        PerformancesPostBody: {
            startsAt: string;
            cancellationPolicy?: {
                freeDays: number;
                freeUntilDaysBefore: number;
                tiers: {
                    daysBefore: number;
                    feePercent: number;
                    feePerSeat?: number;
                }[];
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            salesOpenAt?: string;
            salesCloseAt?: string;
            currency: string;
            priceTiers: {
                [key: string]: number | {
                    price: number;
                    name?: {
                        ko: string;
                        en: string;
                    };
                    colour?: string;
                };
            };
            bookingFeePerSeat?: number;
            sections?: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            venueId?: string;
            tiers?: {
                [key: string]: string;
            };
            maxSeatsPerReservation?: number;
        };
        PerformancesPutBody: {
            startsAt: string;
            cancellationPolicy?: {
                freeDays: number;
                freeUntilDaysBefore: number;
                tiers: {
                    daysBefore: number;
                    feePercent: number;
                    feePerSeat?: number;
                }[];
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            salesOpenAt?: string;
            salesCloseAt?: string;
            currency: string;
            priceTiers: {
                [key: string]: number | {
                    price: number;
                    name?: {
                        ko: string;
                        en: string;
                    };
                    colour?: string;
                };
            };
            bookingFeePerSeat?: number;
            sections?: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            venueId?: string;
            tiers?: {
                [key: string]: string;
            };
            maxSeatsPerReservation?: number;
            /** @enum {string} */
            onMove?: "keep" | "refund";
        };
        PlanGet200: {
            version: string;
            performanceId: string;
            venue: {
                name: string;
                timeZone: string;
            };
            floors?: string[];
            stage?: {
                x: number;
                y: number;
                width: number;
            };
            pitch?: number;
            currency: string;
            priceTiers: {
                [key: string]: number | {
                    price: number;
                    name?: {
                        ko: string;
                        en: string;
                    };
                    colour?: string;
                };
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            bookingFeePerSeat?: number;
            capacity: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                }[];
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
        };
        /** Problem */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
        };
        ReconciliationGet200: {
            items: {
                reservationId: string;
                /** @enum {string} */
                kind: "returned" | "captured" | "missing";
                ours: {
                    captured: number;
                    refunded: number;
                };
                provider: {
                    captured: number;
                    refunded: number;
                };
                since: string;
                note?: string;
            }[];
            continuation?: string;
        };
        RenewalPostBody: Record<string, never>;
        /** Reservation */
        Reservation: {
            reservationId: string;
            /** @enum {string} */
            status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
            performanceId: string;
            customerId?: string;
            title?: string;
            startsAt?: string;
            venue?: {
                name: string;
                timeZone: string;
            };
            priceTypes?: ({
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                percentOff: number;
            } | {
                priceTypeId: string;
                name: {
                    ko: string;
                    en: string;
                };
                tiers?: string[];
                proof?: {
                    ko: string;
                    en: string;
                };
                amountOff: number;
            })[];
            seats: string[];
            lines: {
                seatId: string;
                tier: string;
                priceTypeId: string;
                price: number;
            }[];
            bookingFee: number;
            amount: number;
            currency: string;
            expiresAt?: string;
            moves?: {
                n: number;
                from: {
                    startsAt: string;
                    venue: {
                        name: string;
                        timeZone: string;
                    };
                };
                to: {
                    startsAt: string;
                    venue: {
                        name: string;
                        timeZone: string;
                    };
                };
            }[];
            expiresInSeconds?: number;
            payment?: {
                amount: number;
                /** @constant */
                method?: "none";
                startedAt: string;
                approvedAt?: string;
            };
            cancellation?: {
                /** @enum {string} */
                reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                requestedAt: string;
                fee: number;
                refund: number;
                refundedAt?: string;
                n?: number;
                voidedAt?: string;
                /** @constant */
                evenIfAdmitted?: true;
                currency: string;
            };
            refusal?: {
                /** @enum {string} */
                reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type";
                detail: string;
                taken?: string[];
                pointer?: string;
            };
            placedAt: string;
            updatedAt: string;
            version: number;
        };
        ReservationsList200: {
            items: components["schemas"]["Reservation"][];
            continuation?: string;
        };
        ReservationsPostBody: {
            seats?: string[];
            sectionId?: string;
            tier?: string;
            quantity?: number;
            kinds?: {
                wheelchair?: number;
                companion?: number;
            };
            performanceId: string;
            holdId?: string;
            priceTypes?: {
                [key: string]: string | number;
            };
        };
        SalesGet200: {
            capacity: number;
            available: number;
            held: number;
            sold: number;
            gross: number;
            refunded: number;
            currency: string;
        };
        SeatsGet200: {
            available: number;
            capacity: number;
            performanceId: string;
            currency: string;
            sections: {
                sectionId: string;
                name?: string;
                /** @enum {string} */
                kind: "seated" | "standing";
                tier: string;
                price: number;
                seats: {
                    seatId: string;
                    row?: string;
                    number: number | string;
                    label?: string;
                    kinds?: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                    tier?: string;
                    price?: number;
                    /** @enum {string} */
                    status: "available" | "held" | "sold";
                }[];
            }[];
        };
        SettlementPostBody: {
            note: string;
        };
        StaffCancellationPostBody: {
            reason: string;
            /** @enum {string} */
            refund: "full" | "policy" | "none";
            settledOtherwise?: string;
            evenIfAdmitted?: boolean;
        };
        TicketsList200: {
            items: {
                ticketId: string;
                seatId: string;
                priceTypeId: string;
                /** @enum {string} */
                status: "valid" | "admitted" | "void";
                admittedAt?: string;
                code: string;
            }[];
        };
        TimelineGet200: {
            /** @enum {string} */
            status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
            items: {
                eventId: string;
                type: string;
                time: string;
                source: string;
                n?: number;
            }[];
            awaiting?: {
                event: string;
                since: string;
                nextCheckAt?: string;
                attempts: number;
            };
            why?: string;
            notices: {
                noticeId: string;
                /** @enum {string} */
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "not-erased";
                createdAt: string;
                /** @enum {string} */
                mail: "pending" | "sent" | "failed" | "discarded" | "none";
                mailedAt?: string;
                attempts: number;
                nextAttemptAt?: string;
            }[];
            pending: {
                kind: string;
                id: string;
                since: string;
                reason: string;
                attempts: number;
                nextAttemptAt?: string;
            }[];
            trace?: {
                traceId: string;
                url?: string;
            };
        };
        /** Venue */
        Venue: {
            name: string;
            timeZone: string;
            floors?: string[];
            stage?: {
                x: number;
                y: number;
                width: number;
            };
            pitch?: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            tierLabels?: {
                [key: string]: {
                    label?: string;
                    colour?: string;
                };
            };
            venueId: string;
            capacity: number;
        };
        VenuesGet200: components["schemas"]["Venue"] | ({
            name: string;
            /** @default [] */
            categories: ({
                name: string;
                color?: string;
            } & {
                [key: string]: unknown;
            })[];
            zones: ({
                name?: string;
                /**
                 * @default {
                 *       "x": 0,
                 *       "y": 0
                 *     }
                 */
                position: {
                    x: number;
                    y: number;
                };
                /** @default [] */
                rows: ({
                    /** @default  */
                    row_number: string;
                    /**
                     * @default {
                     *       "x": 0,
                     *       "y": 0
                     *     }
                     */
                    position: {
                        x: number;
                        y: number;
                    };
                    seats: ({
                        seat_guid: string;
                        seat_number: string;
                        /**
                         * @default {
                         *       "x": 0,
                         *       "y": 0
                         *     }
                         */
                        position: {
                            x: number;
                            y: number;
                        };
                        category: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                })[];
                areas?: unknown[];
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        });
        VenuesImportBody: {
            /** @constant */
            format: "pretix";
            plan: {
                name: string;
                /** @default [] */
                categories: ({
                    name: string;
                    color?: string;
                } & {
                    [key: string]: unknown;
                })[];
                zones: ({
                    name?: string;
                    /**
                     * @default {
                     *       "x": 0,
                     *       "y": 0
                     *     }
                     */
                    position: {
                        x: number;
                        y: number;
                    };
                    /** @default [] */
                    rows: ({
                        /** @default  */
                        row_number: string;
                        /**
                         * @default {
                         *       "x": 0,
                         *       "y": 0
                         *     }
                         */
                        position: {
                            x: number;
                            y: number;
                        };
                        seats: ({
                            seat_guid: string;
                            seat_number: string;
                            /**
                             * @default {
                             *       "x": 0,
                             *       "y": 0
                             *     }
                             */
                            position: {
                                x: number;
                                y: number;
                            };
                            category: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    })[];
                    areas?: unknown[];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
            name?: string;
            /** @default Asia/Seoul */
            timeZone: string;
        };
        VenuesList200: {
            items: {
                venueId: string;
                name: string;
                timeZone: string;
                floors?: string[];
                capacity: number;
            }[];
            continuation?: string;
        };
        VenuesPostBody: {
            name: string;
            timeZone: string;
            floors?: string[];
            stage?: {
                x: number;
                y: number;
                width: number;
            };
            pitch?: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            tierLabels?: {
                [key: string]: {
                    label?: string;
                    colour?: string;
                };
            };
        };
        VenuesPutBody: {
            name: string;
            timeZone: string;
            floors?: string[];
            stage?: {
                x: number;
                y: number;
                width: number;
            };
            pitch?: number;
            sections: ({
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "seated";
                rows: {
                    row: string;
                    seats?: number;
                    numbers?: (number | string)[];
                    gapsAfter?: (number | string)[];
                    x?: number;
                    y?: number;
                    curve?: number;
                    positions?: number[][];
                    tiers?: {
                        tier: string;
                        seats: number;
                    }[];
                    kinds?: {
                        kinds: ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                        seats: number;
                    }[];
                    label?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    guids?: string[];
                }[];
                kinds?: {
                    [key: string]: ("wheelchair" | "companion" | "restricted-view" | "aisle") | ("wheelchair" | "companion" | "restricted-view" | "aisle")[];
                };
            } | {
                sectionId: string;
                name?: string;
                floor?: string;
                x?: number;
                y?: number;
                rotation?: number;
                tier?: string;
                /** @constant */
                kind: "standing";
                capacity: number;
            })[];
            tierLabels?: {
                [key: string]: {
                    label?: string;
                    colour?: string;
                };
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "health-get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People can buy; degraded says that somebody should look */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthGet200"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody can buy; checks says why */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthGet503"];
                };
            };
        };
    };
    "openapi-get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deadletters-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 100 of each queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlettersList200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deadletters-replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeadlettersReplayBody"];
            };
        };
        responses: {
            /** @description How many were put back */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlettersReplay202"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pending-list": {
        parameters: {
            query?: {
                kind?: "dead-letter" | "mail" | "refund" | "reservation" | "feed";
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingList200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pending-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As its context last saw it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pending-retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done within a minute; the log says how it went */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingRetry202"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pending-discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PendingDiscardBody"];
            };
        };
        responses: {
            /** @description Done within a minute; the log says how it went */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingDiscard202"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "musicals-list": {
        parameters: {
            query?: {
                query?: string;
                from?: string;
                to?: string;
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of musicals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MusicalsList200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "musicals-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MusicalsPostBody"];
            };
        };
        responses: {
            /** @description Added; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Musical"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "musicals-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                musicalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The musical */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Musical"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "musicals-put": {
        parameters: {
            query?: {
                reservations?: number;
            };
            header: {
                "If-Match": string;
            };
            path: {
                musicalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MusicalsPutBody"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Musical"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); This cannot be undone and asks first (https://marquee.example/problems/confirm) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An If-Match header is needed (https://marquee.example/problems/precondition-required) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "musicals-delete": {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                musicalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are live reservations (https://marquee.example/problems/live-reservations); Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-list": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of venues */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenuesList200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VenuesPostBody"];
            };
        };
        responses: {
            /** @description Added; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Venue"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-get": {
        parameters: {
            query?: {
                format?: "pretix";
            };
            header?: never;
            path: {
                venueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The venue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenuesGet200"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-put": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                venueId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VenuesPutBody"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Venue"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An If-Match header is needed (https://marquee.example/problems/precondition-required) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-delete": {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                venueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is still needed (https://marquee.example/problems/in-use) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "venues-import": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VenuesImportBody"];
            };
        };
        responses: {
            /** @description Added; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedVenue"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performances-list": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path: {
                musicalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of performances, without their seats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformancesList200"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performances-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                musicalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PerformancesPostBody"];
            };
        };
        responses: {
            /** @description Added; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performances-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The performance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performances-put": {
        parameters: {
            query?: {
                reservations?: number;
            };
            header?: {
                "If-Match"?: string;
            };
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PerformancesPutBody"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); This cannot be undone and asks first (https://marquee.example/problems/confirm) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performances-delete": {
        parameters: {
            query?: {
                reservations?: number;
            };
            header?: {
                "If-Match"?: string;
            };
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed; refunds are under way */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); This cannot be undone and asks first (https://marquee.example/problems/confirm) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you read it (https://marquee.example/problems/stale) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "performance-cancellation-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many reservations and seats, and how much money */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceCancellationGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seats-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every seat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatsGet200"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your holds, the one that ends first before the others */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldsList200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldsPostBody"];
            };
        };
        responses: {
            /** @description They are yours until expiresAt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A seat is somebody else’s (https://marquee.example/problems/seat-taken); Not enough seats are left (https://marquee.example/problems/sold-out); More seats than one customer may hold (https://marquee.example/problems/customer-limit); The performance is not on sale (https://marquee.example/problems/not-on-sale); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Seats were held too often (https://marquee.example/problems/too-many-holds); Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanGet200"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "availability-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every seat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityGet200"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "renewal-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                performanceId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RenewalPostBody"];
            };
        };
        responses: {
            /** @description They are yours until the new expiresAt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The hold can be renewed no more (https://marquee.example/problems/renewal-limit); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds-delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are free again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sales-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats and money (minor units), counted from the allocations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reservations-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationsPostBody"];
            };
        };
        responses: {
            /** @description The seats are held until expiresAt; pay until then */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Accepted; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A seat is somebody else’s (https://marquee.example/problems/seat-taken); Not enough seats are left (https://marquee.example/problems/sold-out); More seats than one customer may hold (https://marquee.example/problems/customer-limit); The performance is not on sale (https://marquee.example/problems/not-on-sale); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); Not possible in this state (https://marquee.example/problems/wrong-state); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An Idempotency-Key is needed (https://marquee.example/problems/idempotency-key-required) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reservations-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payment-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentPostBody"];
            };
        };
        responses: {
            /** @description Paid; the seats are being confirmed, or are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The provider has not answered in time; it settles later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment was declined (https://marquee.example/problems/payment-declined) */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The amount is not the price (https://marquee.example/problems/amount-mismatch); The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancellation-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fee that is kept and the refund */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancellationGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancellation-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancellationPostBody"];
            };
        };
        responses: {
            /** @description Accepted; the refund is under way or done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It can no longer be cancelled (https://marquee.example/problems/cancellation-closed); Somebody was let in with one of the tickets (https://marquee.example/problems/ticket-admitted); Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reservations-list": {
        parameters: {
            query?: {
                performanceId?: string;
                status?: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reservations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationsList200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timeline-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its events, its notices, and what is pending about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "me-get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A copy to keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "me-put": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MePutBody"];
            };
        };
        responses: {
            /** @description What you have told us so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MePut200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "me-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it is done within half an hour, or you are told why not */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is still needed (https://marquee.example/problems/in-use) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "erasure-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it is done within half an hour */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is still needed (https://marquee.example/problems/in-use) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payment-events-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentEventsPostBody"];
            };
        };
        responses: {
            /** @description It will be looked into, if the order is one of ours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reconciliation-get": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationGet200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staff-cancellation-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCancellationPostBody"];
            };
        };
        responses: {
            /** @description Accepted; what is owed is under way, or settled otherwise */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It can no longer be cancelled (https://marquee.example/problems/cancellation-closed); Somebody was let in with one of the tickets (https://marquee.example/problems/ticket-admitted); Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another request (https://marquee.example/problems/idempotency-key-reused) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An Idempotency-Key is needed (https://marquee.example/problems/idempotency-key-required) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "settlement-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
                n: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementPostBody"];
            };
        };
        responses: {
            /** @description Accepted; what is owed is under way, or settled otherwise */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "notifications-list": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsList200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "mypage-get": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Summary of all, and a page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MypageGet200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tickets-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that were ever issued; those that are void, too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketsList200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admissions-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmissionsPostBody"];
            };
        };
        responses: {
            /** @description A verdict for each scan, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdmissionsPost200"];
                };
            };
            /** @description The request is not valid (https://marquee.example/problems/invalid-request) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large (https://marquee.example/problems/body-too-large) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be JSON (https://marquee.example/problems/unsupported-media-type) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admissions-delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is valid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "door-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorGet200"];
                };
            };
            /** @description A valid bearer token is needed (https://marquee.example/problems/unauthenticated) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not yours (https://marquee.example/problems/forbidden) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing (https://marquee.example/problems/not-found) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (https://marquee.example/problems/too-many-requests) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side (https://marquee.example/problems/internal-error) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available for a moment (https://marquee.example/problems/unavailable) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
