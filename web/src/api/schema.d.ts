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
         * What does not go on by itself, or not yet, the longest waiting first; the box office sees the refunds that are owed (kind refund)
         * @description The token's roles hold box-office or admin.
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
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What staff did on a day of the theatre, today when none is named, the newest first
         * @description The token's roles hold admin.
         */
        get: operations["audit-list"];
        put?: never;
        post?: never;
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
    "/admin/performances/{performanceId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is free, for staff, a character a seat as they stand in `plan`: 0 available, 1 held, r reserved, 2 sold, w withheld
         * @description The token's roles hold box-office or admin.
         */
        get: operations["staff-seats-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/withheld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The seats that are withheld from sale, and why
         * @description The token's roles hold box-office or admin.
         */
        get: operations["withheld-list"];
        put?: never;
        /**
         * Withhold seats from sale; what others have is left to them and named
         * @description The token's roles hold box-office or admin.
         */
        post: operations["withheld-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/withheld/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put withheld seats on sale
         * @description The token's roles hold box-office or admin.
         */
        post: operations["withheld-return-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/musicals/{musicalId}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a musical its poster: a JPEG, PNG or WebP of at most 2 MB as the body
         * @description The token's roles hold admin.
         */
        put: operations["poster-put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/musicals/{musicalId}/poster/{posterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A poster. What is at such an address never changes */
        get: operations["poster-get"];
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
        /** What cancelling would cost now, these seats or all that are left */
        get: operations["cancellation-get"];
        put?: never;
        /** Cancel these seats, or all that are left; the fee is fixed at this moment */
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
         * Reservations, the newest first; `query` finds them by number, name or address
         * @description The token's roles hold box-office or admin.
         */
        get: operations["reservations-list"];
        put?: never;
        /**
         * Sell at the counter for cash, by card terminal or for nothing, also outside the time of sales and from withheld seats
         * @description The token's roles hold box-office or admin.
         */
        post: operations["counter-sale-post"];
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
        /** All that is kept of you: who you are, your reservations, what you were told, the seats counted as yours, your loans, memberships and bills */
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
         * @description The token's roles hold box-office or admin.
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
         * Reservations and bills of which the payment provider’s books say another sum than ours, the longest first
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
    "/admin/reservations/{reservationId}/reseat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Other seats for some of a completed reservation, at its price; for seats of another price the difference is waived
         * @description The token's roles hold box-office or admin.
         */
        post: operations["reseat-post"];
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
         * Cancel all or these seats by the terms; for an admin beyond them, with all refunded or nothing, or also who was let in
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
    "/admin/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sold on these days of the theatre, and what came back of it since
         * @description The token's roles hold box-office or admin.
         */
        get: operations["sales-of-days-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What money moved on a day of the theatre, today when none is named, by way of payment
         * @description The token's roles hold box-office or admin.
         */
        get: operations["settlement-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/performances/{performanceId}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations of a performance with who has made them, the newest first
         * @description The token's roles hold box-office or admin.
         */
        get: operations["performance-reservations-list"];
        put?: never;
        post?: never;
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
    "/admin/reservations/{reservationId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a notice once more, the latest of its kind, with the tickets as they are then
         * @description The token's roles hold box-office or admin.
         */
        post: operations["notices-post"];
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
        /** A customer’s reservations, the newest first, what they add up to, the newest memberships, bills and loans; about a second old */
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
    "/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the theatre lends and how many are there, by name; `query` searches names */
        get: operations["items-list"];
        put?: never;
        /**
         * Add something to lend
         * @description The token's roles hold admin.
         */
        post: operations["items-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item; its ETag changes with every loan of it */
        get: operations["items-get"];
        /**
         * Change an item, or how many there are, which is never fewer than are lent
         * @description The token's roles hold admin.
         */
        put: operations["items-put"];
        post?: never;
        /**
         * Lend an item no more, once all of it are back
         * @description The token's roles hold admin.
         */
        delete: operations["items-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you have borrowed or asked for, the newest first */
        get: operations["loans-list"];
        put?: never;
        /** Borrow something; with `Prefer: wait=<s>` the answer waits until that is decided */
        post: operations["loans-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loans/{loanId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One loan */
        get: operations["loans-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loans/{loanId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a loan back, or take it back at the counter */
        post: operations["loan-return-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is out and with whom, what has to be back first before the others
         * @description The token's roles hold box-office or admin.
         */
        get: operations["loans-out-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans by which one becomes a member, by name */
        get: operations["plans-list"];
        put?: never;
        /**
         * Offer a plan; its fee is billed for each calendar month
         * @description The token's roles hold admin.
         */
        post: operations["plans-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan */
        get: operations["plans-get"];
        /**
         * Change a plan for who joins from now on; who has joined keeps fee and benefits
         * @description The token's roles hold admin.
         */
        put: operations["plans-put"];
        post?: never;
        /**
         * Offer a plan no more; who has joined stays a member
         * @description The token's roles hold admin.
         */
        delete: operations["plans-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your memberships, the newest first */
        get: operations["memberships-list"];
        put?: never;
        /** Become a member; the first month is billed in full at once */
        post: operations["memberships-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/memberships/{membershipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your memberships */
        get: operations["memberships-get"];
        put?: never;
        post?: never;
        /** Leave; the membership ends with this month, and no other month is billed */
        delete: operations["memberships-delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your bills, the newest first */
        get: operations["bills-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bills/{billId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your bills */
        get: operations["bills-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bills/{billId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a bill with a payment that you have authorised at the provider under its orderId */
        post: operations["bill-payment-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bills/{billId}/payment/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the payment of a bill; when the money is back it is to be paid again */
        post: operations["bill-cancellation-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many members a run up to this month would bill now, and how much
         * @description The token's roles hold admin.
         */
        get: operations["billing-run-get"];
        put?: never;
        /**
         * Bill everybody up to this month now, as the timer does; nobody is billed twice
         * @description The token's roles hold admin.
         */
        post: operations["billing-run-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/members/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a customer stands as a member, with the newest memberships and bills
         * @description The token's roles hold box-office or admin.
         */
        get: operations["members-get"];
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
        AuditList200: {
            /** Format: date */
            day: string;
            items: {
                id: string;
                at: string;
                staff: string;
                call: string;
                ids: {
                    [key: string]: string;
                };
                said?: {
                    [key: string]: unknown;
                };
                outcome?: {
                    at: string;
                    status: number;
                    code?: string;
                    made?: string;
                };
            }[];
            continuation?: string;
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
        BillCancellationPost202: {
            billId: string;
            membershipId: string;
            planName: string;
            month: string;
            amount: number;
            currency: string;
            dueOn: string;
            /** @enum {string} */
            status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
            issuedAt: string;
            orderId: string;
            payment?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
            };
            refund?: {
                amount: number;
                requestedAt: string;
            };
            paidBack?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
                refund: number;
                refundedAt: string;
            }[];
        };
        BillPaymentPost200: {
            billId: string;
            membershipId: string;
            planName: string;
            month: string;
            amount: number;
            currency: string;
            dueOn: string;
            /** @enum {string} */
            status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
            issuedAt: string;
            orderId: string;
            payment?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
            };
            refund?: {
                amount: number;
                requestedAt: string;
            };
            paidBack?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
                refund: number;
                refundedAt: string;
            }[];
        };
        BillPaymentPost202: {
            billId: string;
            membershipId: string;
            planName: string;
            month: string;
            amount: number;
            currency: string;
            dueOn: string;
            /** @enum {string} */
            status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
            issuedAt: string;
            orderId: string;
            payment?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
            };
            refund?: {
                amount: number;
                requestedAt: string;
            };
            paidBack?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
                refund: number;
                refundedAt: string;
            }[];
        };
        BillPaymentPostBody: {
            paymentKey: string;
            amount: number;
        };
        BillingRunGet200: {
            month: string;
            members: number;
            bills: number;
            sums: {
                currency: string;
                amount: number;
            }[];
            isAll: boolean;
        };
        BillingRunPost200: {
            month: string;
            issued: number;
            isDone: boolean;
        };
        BillingRunPostBody: {
            month: string;
        };
        BillsGet200: {
            billId: string;
            membershipId: string;
            planName: string;
            month: string;
            amount: number;
            currency: string;
            dueOn: string;
            /** @enum {string} */
            status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
            issuedAt: string;
            orderId: string;
            payment?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
            };
            refund?: {
                amount: number;
                requestedAt: string;
            };
            paidBack?: {
                orderId: string;
                startedAt: string;
                approvedAt?: string;
                means?: string;
                refund: number;
                refundedAt: string;
            }[];
        };
        BillsList200: {
            items: {
                billId: string;
                membershipId: string;
                planName: string;
                month: string;
                amount: number;
                currency: string;
                dueOn: string;
                /** @enum {string} */
                status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
                issuedAt: string;
                orderId: string;
                payment?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                };
                refund?: {
                    amount: number;
                    requestedAt: string;
                };
                paidBack?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                    refund: number;
                    refundedAt: string;
                }[];
            }[];
            continuation?: string;
        };
        CancellationGet200: {
            fee: number;
            refund: number;
            currency: string;
            allowed: boolean;
            reason?: string;
        };
        CancellationPostBody: {
            seats?: string[];
        };
        CounterSalePostBody: {
            seats?: string[];
            sectionId?: string;
            tier?: string;
            quantity?: number;
            kinds?: {
                wheelchair?: number;
                companion?: number;
            };
            performanceId: string;
            priceTypes?: {
                [key: string]: string | number;
            };
            /** @constant */
            fromWithheld?: true;
            customer: {
                name: string;
                email?: string;
                locale?: string;
                phone?: string;
            };
            payment: {
                /** @enum {string} */
                method: "cash" | "card-terminal" | "complimentary";
                reference?: string;
            };
        };
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
                reseat?: number;
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
        /**
         * File
         * Format: binary
         */
        File: string;
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
                unsettledLoans?: number;
                unsettledBills?: number;
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
                unsettledLoans?: number;
                unsettledBills?: number;
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
                reseats?: {
                    n: number;
                    from: string;
                    tier: string;
                }[];
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
                membersOnly?: boolean;
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
                membersOnly?: boolean;
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
            sections: components["schemas"]["Sections"];
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
        ItemsGet200: {
            name: string;
            description?: string;
            stock: number;
            loanHours: number;
            itemId: string;
            available: number;
        };
        ItemsList200: {
            items: {
                name: string;
                description?: string;
                stock: number;
                loanHours: number;
                itemId: string;
                available: number;
            }[];
            continuation?: string;
        };
        ItemsPost201: {
            name: string;
            description?: string;
            stock: number;
            loanHours: number;
            itemId: string;
            available: number;
        };
        ItemsPostBody: {
            name: string;
            description?: string;
            stock: number;
            loanHours: number;
        };
        ItemsPut200: {
            name: string;
            description?: string;
            stock: number;
            loanHours: number;
            itemId: string;
            available: number;
        };
        ItemsPutBody: {
            name: string;
            description?: string;
            stock: number;
            loanHours: number;
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
            priceTypes?: components["schemas"]["PriceTypes"];
            salesOpenAt?: string;
            presaleOpenAt?: string;
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
            maxSeatsPerCustomer?: number;
            performanceId: string;
            musicalId: string;
            title: string;
            venue: {
                name: string;
                timeZone: string;
            };
            translations?: {
                en?: {
                    title: string;
                };
            };
            /** @enum {string} */
            status: "scheduled" | "cancelled";
            capacity: number;
            available: number;
            /** @enum {string} */
            saleState: "not-yet" | "presale" | "on-sale" | "sold-out" | "closed" | "cancelled";
            byTier: {
                [key: string]: {
                    available: number;
                    capacity: number;
                };
            };
        };
        LoanReturnPost200: {
            loanId: string;
            itemId: string;
            itemName: string;
            quantity: number;
            /** @enum {string} */
            status: "requested" | "lent" | "cancelled" | "returned";
            /** @enum {string} */
            reason?: "out-of-stock" | "overdue";
            requestedAt: string;
            lentAt?: string;
            returnBy?: string;
            returnedAt?: string;
            overdue: boolean;
        };
        LoansGet200: {
            loanId: string;
            itemId: string;
            itemName: string;
            quantity: number;
            /** @enum {string} */
            status: "requested" | "lent" | "cancelled" | "returned";
            /** @enum {string} */
            reason?: "out-of-stock" | "overdue";
            requestedAt: string;
            lentAt?: string;
            returnBy?: string;
            returnedAt?: string;
            overdue: boolean;
        };
        LoansList200: {
            items: {
                loanId: string;
                itemId: string;
                itemName: string;
                quantity: number;
                /** @enum {string} */
                status: "requested" | "lent" | "cancelled" | "returned";
                /** @enum {string} */
                reason?: "out-of-stock" | "overdue";
                requestedAt: string;
                lentAt?: string;
                returnBy?: string;
                returnedAt?: string;
                overdue: boolean;
            }[];
            continuation?: string;
        };
        LoansOutList200: {
            items: {
                loanId: string;
                itemId: string;
                itemName: string;
                quantity: number;
                /** @enum {string} */
                status: "requested" | "lent" | "cancelled" | "returned";
                /** @enum {string} */
                reason?: "out-of-stock" | "overdue";
                requestedAt: string;
                lentAt?: string;
                returnBy?: string;
                returnedAt?: string;
                overdue: boolean;
                customerId: string;
            }[];
            continuation?: string;
        };
        LoansPost201: {
            loanId: string;
            itemId: string;
            itemName: string;
            quantity: number;
            /** @enum {string} */
            status: "requested" | "lent" | "cancelled" | "returned";
            /** @enum {string} */
            reason?: "out-of-stock" | "overdue";
            requestedAt: string;
            lentAt?: string;
            returnBy?: string;
            returnedAt?: string;
            overdue: boolean;
        };
        LoansPost202: {
            loanId: string;
            itemId: string;
            itemName: string;
            quantity: number;
            /** @enum {string} */
            status: "requested" | "lent" | "cancelled" | "returned";
            /** @enum {string} */
            reason?: "out-of-stock" | "overdue";
            requestedAt: string;
            lentAt?: string;
            returnBy?: string;
            returnedAt?: string;
            overdue: boolean;
        };
        LoansPostBody: {
            itemId: string;
            quantity: number;
        };
        MeGet200: {
            customerId: string;
            email?: string;
            phone?: string;
            name?: string;
            locale?: string;
            reservations: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                performanceId: string;
                customerId?: string;
                title?: string;
                translations?: {
                    en?: {
                        title: string;
                    };
                };
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
                    membersOnly?: boolean;
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
                    membersOnly?: boolean;
                    amountOff: number;
                })[];
                seats: string[];
                lines: {
                    seatId: string;
                    tier: string;
                    priceTypeId: string;
                    price: number;
                    reseats?: {
                        n: number;
                        from: string;
                        tier: string;
                    }[];
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
                    /** @enum {string} */
                    method?: "none" | "cash" | "card-terminal" | "complimentary";
                    reference?: string;
                    means?: string;
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
                cancellations: {
                    /** @enum {string} */
                    reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                    requestedAt: string;
                    fee: number;
                    refund: number;
                    refundedAt?: string;
                    n: number;
                    voidedAt?: string;
                    /** @constant */
                    evenIfAdmitted?: true;
                    seats: string[];
                    /** @enum {string} */
                    status: "accepted" | "refunded" | "settled-otherwise" | "put-back";
                }[];
                refusal?: {
                    /** @enum {string} */
                    reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type" | "members-only";
                    detail: string;
                    taken?: string[];
                    pointer?: string;
                };
                placedAt: string;
                updatedAt: string;
                version: number;
                customer: {
                    email?: string;
                    phone?: string;
                    name?: string;
                    locale?: string;
                };
            }[];
            notices: {
                noticeId: string;
                /** @enum {string} */
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "reduced" | "put-back" | "reseated" | "not-erased" | "lent" | "out-of-stock" | "returned" | "overdue" | "joined" | "left" | "bill-issued" | "bill-paid" | "bill-paid-back" | "bill-overdue";
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
            loans: {
                loanId: string;
                customerId: string;
                itemId: string;
                itemName: string;
                quantity: number;
                /** @enum {string} */
                status: "requested" | "lent" | "cancelled" | "returned";
                /** @enum {string} */
                reason?: "out-of-stock" | "overdue";
                requestedAt: string;
                updatedAt: string;
                lentAt?: string;
                returnBy?: string;
                returnedAt?: string;
                version: number;
            }[];
            memberships: {
                planId: string;
                planName: string;
                monthlyFee: number;
                currency: string;
                benefits: {
                    presale?: boolean;
                    percentOff?: number;
                };
                membershipId: string;
                customerId: string;
                /** @enum {string} */
                status: "active" | "ending" | "ended";
                startedAt: string;
                updatedAt: string;
                endsOn?: string;
                nextMonth?: string;
                version: number;
            }[];
            bills: {
                billId: string;
                membershipId: string;
                planName: string;
                month: string;
                amount: number;
                currency: string;
                dueOn: string;
                customerId: string;
                /** @enum {string} */
                status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
                issuedAt: string;
                updatedAt: string;
                payment?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                };
                paidBack?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                    refund: number;
                    refundedAt: string;
                }[];
                overdueSince?: string;
                version: number;
            }[];
        };
        MePut200: {
            email?: string;
            phone?: string;
            name?: string;
            locale?: string;
        };
        MePutBody: {
            name?: string;
            email?: string;
            locale?: string;
        };
        MembersGet200: {
            customerId: string;
            standing: {
                /** @enum {string} */
                status: "active" | "ending" | "ended";
                endsOn?: string;
                benefits: {
                    presale?: boolean;
                    percentOff?: number;
                };
                overdue: number;
            };
            memberships: {
                membershipId: string;
                planId: string;
                planName: string;
                monthlyFee: number;
                currency: string;
                benefits: {
                    presale?: boolean;
                    percentOff?: number;
                };
                /** @enum {string} */
                status: "active" | "ending" | "ended";
                startedAt: string;
                endsOn?: string;
                nextBillOn?: string;
            }[];
            bills: {
                billId: string;
                membershipId: string;
                planName: string;
                month: string;
                amount: number;
                currency: string;
                dueOn: string;
                /** @enum {string} */
                status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
                issuedAt: string;
                orderId: string;
                payment?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                };
                refund?: {
                    amount: number;
                    requestedAt: string;
                };
                paidBack?: {
                    orderId: string;
                    startedAt: string;
                    approvedAt?: string;
                    means?: string;
                    refund: number;
                    refundedAt: string;
                }[];
            }[];
        };
        MembershipsDelete200: {
            membershipId: string;
            planId: string;
            planName: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            /** @enum {string} */
            status: "active" | "ending" | "ended";
            startedAt: string;
            endsOn?: string;
            nextBillOn?: string;
        };
        MembershipsGet200: {
            membershipId: string;
            planId: string;
            planName: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            /** @enum {string} */
            status: "active" | "ending" | "ended";
            startedAt: string;
            endsOn?: string;
            nextBillOn?: string;
        };
        MembershipsList200: {
            items: {
                membershipId: string;
                planId: string;
                planName: string;
                monthlyFee: number;
                currency: string;
                benefits: {
                    presale?: boolean;
                    percentOff?: number;
                };
                /** @enum {string} */
                status: "active" | "ending" | "ended";
                startedAt: string;
                endsOn?: string;
                nextBillOn?: string;
            }[];
            continuation?: string;
        };
        MembershipsPost201: {
            membershipId: string;
            planId: string;
            planName: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            /** @enum {string} */
            status: "active" | "ending" | "ended";
            startedAt: string;
            endsOn?: string;
            nextBillOn?: string;
        };
        MembershipsPostBody: {
            planId: string;
        };
        /** Musical */
        Musical: {
            title: string;
            description?: string;
            translations?: {
                en?: {
                    title?: string;
                    description?: string;
                };
            };
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
            translations?: {
                en?: {
                    title?: string;
                    description?: string;
                };
            };
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
            translations?: {
                en?: {
                    title?: string;
                    description?: string;
                };
            };
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
            memberships: {
                membershipCount: number;
                items: {
                    planId: string;
                    planName: string;
                    monthlyFee: number;
                    currency: string;
                    benefits: {
                        presale?: boolean;
                        percentOff?: number;
                    };
                    membershipId: string;
                    /** @enum {string} */
                    status: "active" | "ending" | "ended";
                    startedAt: string;
                    endsOn?: string;
                    nextMonth?: string;
                }[];
            };
            bills: {
                billCount: number;
                paidCount: number;
                unpaidCount: number;
                overdueCount: number;
                items: {
                    billId: string;
                    membershipId: string;
                    planName: string;
                    month: string;
                    amount: number;
                    currency: string;
                    dueOn: string;
                    /** @enum {string} */
                    status: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
                    issuedAt: string;
                    payment?: {
                        orderId: string;
                        startedAt: string;
                        approvedAt?: string;
                        means?: string;
                    };
                    paidBack?: {
                        orderId: string;
                        startedAt: string;
                        approvedAt?: string;
                        means?: string;
                        refund: number;
                        refundedAt: string;
                    }[];
                    overdueSince?: string;
                }[];
            };
            loans: {
                loanCount: number;
                outCount: number;
                overdueCount: number;
                items: {
                    loanId: string;
                    itemId: string;
                    itemName: string;
                    quantity: number;
                    /** @enum {string} */
                    status: "requested" | "lent" | "cancelled" | "returned";
                    /** @enum {string} */
                    reason?: "out-of-stock" | "overdue";
                    requestedAt: string;
                    lentAt?: string;
                    returnBy?: string;
                    returnedAt?: string;
                }[];
            };
            reservations: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                title: string;
                translations?: {
                    en?: {
                        title: string;
                    };
                };
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
        NoticesPost202: {
            noticeId: string;
            /** @enum {string} */
            kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "reduced" | "put-back" | "reseated" | "not-erased" | "lent" | "out-of-stock" | "returned" | "overdue" | "joined" | "left" | "bill-issued" | "bill-paid" | "bill-paid-back" | "bill-overdue";
            createdAt: string;
            /** @enum {string} */
            mail: "pending" | "sent" | "failed" | "discarded" | "none";
        };
        NoticesPostBody: {
            /** @enum {string} */
            kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "reduced" | "put-back" | "reseated" | "lent" | "out-of-stock" | "returned" | "overdue" | "joined" | "left" | "bill-issued" | "bill-paid" | "bill-paid-back" | "bill-overdue";
            email?: string;
        };
        NotificationsList200: {
            items: {
                noticeId: string;
                /** @enum {string} */
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "reduced" | "put-back" | "reseated" | "not-erased" | "lent" | "out-of-stock" | "returned" | "overdue" | "joined" | "left" | "bill-issued" | "bill-paid" | "bill-paid-back" | "bill-overdue";
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
            priceTypes?: components["schemas"]["PriceTypes"];
            salesOpenAt?: string;
            presaleOpenAt?: string;
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
            maxSeatsPerCustomer?: number;
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
            translations?: {
                en?: {
                    title: string;
                };
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
        PerformanceReservationsList200: {
            items: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                performanceId: string;
                customerId?: string;
                title?: string;
                translations?: {
                    en?: {
                        title: string;
                    };
                };
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
                    membersOnly?: boolean;
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
                    membersOnly?: boolean;
                    amountOff: number;
                })[];
                seats: string[];
                lines: {
                    seatId: string;
                    tier: string;
                    priceTypeId: string;
                    price: number;
                    reseats?: {
                        n: number;
                        from: string;
                        tier: string;
                    }[];
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
                    /** @enum {string} */
                    method?: "none" | "cash" | "card-terminal" | "complimentary";
                    reference?: string;
                    means?: string;
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
                cancellations: {
                    /** @enum {string} */
                    reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                    requestedAt: string;
                    fee: number;
                    refund: number;
                    refundedAt?: string;
                    n: number;
                    voidedAt?: string;
                    /** @constant */
                    evenIfAdmitted?: true;
                    seats: string[];
                    /** @enum {string} */
                    status: "accepted" | "refunded" | "settled-otherwise" | "put-back";
                }[];
                refusal?: {
                    /** @enum {string} */
                    reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type" | "members-only";
                    detail: string;
                    taken?: string[];
                    pointer?: string;
                };
                placedAt: string;
                updatedAt: string;
                version: number;
                customer: {
                    email?: string;
                    phone?: string;
                    name?: string;
                    locale?: string;
                };
            }[];
            continuation?: string;
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
            priceTypes?: components["schemas"]["PriceTypes"];
            salesOpenAt?: string;
            presaleOpenAt?: string;
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
            sections?: components["schemas"]["Sections"];
            venueId?: string;
            tiers?: {
                [key: string]: string;
            };
            maxSeatsPerReservation?: number;
            maxSeatsPerCustomer?: number;
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
            priceTypes?: components["schemas"]["PriceTypes"];
            salesOpenAt?: string;
            presaleOpenAt?: string;
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
            sections?: components["schemas"]["Sections"];
            venueId?: string;
            tiers?: {
                [key: string]: string;
            };
            maxSeatsPerReservation?: number;
            maxSeatsPerCustomer?: number;
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
            priceTypes?: components["schemas"]["PriceTypes"];
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
        PlansGet200: {
            name: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            planId: string;
        };
        PlansList200: {
            items: {
                name: string;
                monthlyFee: number;
                currency: string;
                benefits: {
                    presale?: boolean;
                    percentOff?: number;
                };
                planId: string;
            }[];
            continuation?: string;
        };
        PlansPost201: {
            name: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            planId: string;
        };
        PlansPostBody: {
            name: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
        };
        PlansPut200: {
            name: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
            planId: string;
        };
        PlansPutBody: {
            name: string;
            monthlyFee: number;
            currency: string;
            benefits: {
                presale?: boolean;
                percentOff?: number;
            };
        };
        PosterPut200: {
            posterUrl: string;
        };
        /** PriceTypes */
        PriceTypes: ({
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
            membersOnly?: boolean;
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
            membersOnly?: boolean;
            amountOff: number;
        })[];
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
                reservationId?: string;
                billId?: string;
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
                currency: string;
                since: string;
                note?: string;
            }[];
            continuation?: string;
        };
        RenewalPostBody: Record<string, never>;
        ReseatPostBody: {
            from: string[];
            to: string[];
            /** @constant */
            difference?: "waive";
            /** @constant */
            fromWithheld?: true;
        };
        /** Reservation */
        Reservation: {
            reservationId: string;
            /** @enum {string} */
            status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
            performanceId: string;
            customerId?: string;
            title?: string;
            translations?: {
                en?: {
                    title: string;
                };
            };
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
                membersOnly?: boolean;
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
                membersOnly?: boolean;
                amountOff: number;
            })[];
            seats: string[];
            lines: {
                seatId: string;
                tier: string;
                priceTypeId: string;
                price: number;
                reseats?: {
                    n: number;
                    from: string;
                    tier: string;
                }[];
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
                /** @enum {string} */
                method?: "none" | "cash" | "card-terminal" | "complimentary";
                reference?: string;
                means?: string;
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
            cancellations: {
                /** @enum {string} */
                reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                requestedAt: string;
                fee: number;
                refund: number;
                refundedAt?: string;
                n: number;
                voidedAt?: string;
                /** @constant */
                evenIfAdmitted?: true;
                seats: string[];
                /** @enum {string} */
                status: "accepted" | "refunded" | "settled-otherwise" | "put-back";
            }[];
            refusal?: {
                /** @enum {string} */
                reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type" | "members-only";
                detail: string;
                taken?: string[];
                pointer?: string;
            };
            placedAt: string;
            updatedAt: string;
            version: number;
        };
        ReservationsList200: {
            items: {
                reservationId: string;
                /** @enum {string} */
                status: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                performanceId: string;
                customerId?: string;
                title?: string;
                translations?: {
                    en?: {
                        title: string;
                    };
                };
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
                    membersOnly?: boolean;
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
                    membersOnly?: boolean;
                    amountOff: number;
                })[];
                seats: string[];
                lines: {
                    seatId: string;
                    tier: string;
                    priceTypeId: string;
                    price: number;
                    reseats?: {
                        n: number;
                        from: string;
                        tier: string;
                    }[];
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
                    /** @enum {string} */
                    method?: "none" | "cash" | "card-terminal" | "complimentary";
                    reference?: string;
                    means?: string;
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
                cancellations: {
                    /** @enum {string} */
                    reason: "customer" | "performance-cancelled" | "performance-moved" | "seats-withdrawn" | "seats-lost" | "theatre";
                    requestedAt: string;
                    fee: number;
                    refund: number;
                    refundedAt?: string;
                    n: number;
                    voidedAt?: string;
                    /** @constant */
                    evenIfAdmitted?: true;
                    seats: string[];
                    /** @enum {string} */
                    status: "accepted" | "refunded" | "settled-otherwise" | "put-back";
                }[];
                refusal?: {
                    /** @enum {string} */
                    reason: "seat-taken" | "sold-out" | "not-on-sale" | "unknown-seats" | "customer-limit" | "hold-expired" | "price-type" | "members-only";
                    detail: string;
                    taken?: string[];
                    pointer?: string;
                };
                placedAt: string;
                updatedAt: string;
                version: number;
                customer: {
                    email?: string;
                    phone?: string;
                    name?: string;
                    locale?: string;
                };
            }[];
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
            withheld: number;
            gross: number;
            refunded: number;
            currency: string;
        };
        SalesOfDaysGet200: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            groupBy: "hour" | "day" | "performance" | "tier" | "price-type";
            items: {
                key: string;
                title?: string;
                startsAt?: string;
                currency: string;
                reservations: number;
                seats: number;
                returned: number;
                gross: number;
                bookingFees: number;
                refunded: number;
            }[];
        };
        SeatsGet200: {
            available: number;
            capacity: number;
            performanceId: string;
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
        /** Sections */
        Sections: ({
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
        SettlementGet200: {
            /** Format: date */
            day: string;
            items: {
                method: string;
                currency: string;
                captured: number;
                refunded: number;
                fees: number;
                settledOtherwise: number;
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
            seats?: string[];
        };
        StaffSeatsGet200: {
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
        /** Table */
        Table: string;
        TicketsList200: {
            items: {
                ticketId: string;
                seatId: string;
                priceTypeId: string;
                /** @enum {string} */
                status: "valid" | "admitted" | "void";
                reseat?: number;
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
                version?: number;
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
                kind: "completed" | "cancelled" | "rejected" | "expired" | "moved" | "reduced" | "put-back" | "reseated" | "not-erased" | "lent" | "out-of-stock" | "returned" | "overdue" | "joined" | "left" | "bill-issued" | "bill-paid" | "bill-paid-back" | "bill-overdue";
                createdAt: string;
                /** @enum {string} */
                mail: "pending" | "sent" | "failed" | "discarded" | "none";
                mailedAt?: string;
                attempts: number;
                /** @enum {string} */
                again?: "to-customer" | "to-other";
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
            sections: components["schemas"]["Sections"];
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
            sections: components["schemas"]["Sections"];
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
            sections: components["schemas"]["Sections"];
            tierLabels?: {
                [key: string]: {
                    label?: string;
                    colour?: string;
                };
            };
        };
        WithheldList200: {
            items: {
                withheldId: string;
                seats: string[];
                reason: string;
                note?: string;
                since: string;
            }[];
        };
        WithheldPost200: {
            seats: string[];
            taken: string[];
        };
        WithheldPostBody: {
            seats: string[];
            reason: string;
            note?: string;
        };
        WithheldReturnPost200: {
            seats: string[];
        };
        WithheldReturnPostBody: {
            seats: string[];
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
                kind?: "dead-letter" | "mail" | "refund" | "reservation" | "loan" | "bill" | "feed";
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
    "audit-list": {
        parameters: {
            query?: {
                day?: string;
                limit?: number;
                continuation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it; without an outcome it was begun */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList200"];
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
    "musicals-list": {
        parameters: {
            query?: {
                query?: string;
                from?: string;
                to?: string;
                limit?: number;
                continuation?: string;
            };
            header?: {
                "Accept-Language"?: string;
            };
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
            header?: {
                "Accept-Language"?: string;
            };
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
            header?: {
                "Accept-Language"?: string;
            };
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
            header?: {
                "Accept-Language"?: string;
            };
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
            /** @description A seat is somebody else’s (https://marquee.example/problems/seat-taken); Not enough seats are left (https://marquee.example/problems/sold-out); More seats than one customer may hold (https://marquee.example/problems/customer-limit); The performance is not on sale (https://marquee.example/problems/not-on-sale); It is for members (https://marquee.example/problems/members-only); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
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
    "staff-seats-get": {
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
                    "application/json": components["schemas"]["StaffSeatsGet200"];
                };
            };
            /** @description Not changed */
            304: {
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
    "withheld-list": {
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
            /** @description The oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithheldList200"];
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
    "withheld-post": {
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
                "application/json": components["schemas"]["WithheldPostBody"];
            };
        };
        responses: {
            /** @description What became of each seat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithheldPost200"];
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
    "withheld-return-post": {
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
                "application/json": components["schemas"]["WithheldReturnPostBody"];
            };
        };
        responses: {
            /** @description The seats that were withheld and are for sale */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithheldReturnPost200"];
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
    "poster-put": {
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
        requestBody: {
            content: {
                "image/jpeg": components["schemas"]["File"];
                "image/png": components["schemas"]["File"];
                "image/webp": components["schemas"]["File"];
            };
        };
        responses: {
            /** @description Where it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosterPut200"];
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
    "poster-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                musicalId: string;
                posterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["File"];
                    "image/png": components["schemas"]["File"];
                    "image/webp": components["schemas"]["File"];
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
    "reservations-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "Accept-Language"?: string;
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
            /** @description A seat is somebody else’s (https://marquee.example/problems/seat-taken); Not enough seats are left (https://marquee.example/problems/sold-out); More seats than one customer may hold (https://marquee.example/problems/customer-limit); The performance is not on sale (https://marquee.example/problems/not-on-sale); It is for members (https://marquee.example/problems/members-only); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); Not possible in this state (https://marquee.example/problems/wrong-state); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
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
            header?: {
                "Accept-Language"?: string;
            };
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
                "Accept-Language"?: string;
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
            query?: {
                seats?: string[];
            };
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
            header?: {
                "Idempotency-Key"?: string;
                "Accept-Language"?: string;
            };
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
    "reservations-list": {
        parameters: {
            query?: {
                performanceId?: string;
                status?: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                query?: string;
                limit?: number;
                continuation?: string;
            };
            header?: {
                "Accept-Language"?: string;
            };
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
    "counter-sale-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterSalePostBody"];
            };
        };
        responses: {
            /** @description Sold */
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
            /** @description A seat is somebody else’s (https://marquee.example/problems/seat-taken); Not enough seats are left (https://marquee.example/problems/sold-out); The performance is not on sale (https://marquee.example/problems/not-on-sale); The hold or the time to pay has run out (https://marquee.example/problems/hold-expired); Not possible in this state (https://marquee.example/problems/wrong-state) */
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
            header?: {
                "Accept-Language"?: string;
            };
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
    "reseat-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "Accept-Language"?: string;
            };
            path: {
                reservationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReseatPostBody"];
            };
        };
        responses: {
            /** @description It has the other seats, and new tickets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Accepted; it is not known yet whether it gets them */
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
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); A seat is somebody else’s (https://marquee.example/problems/seat-taken); The performance is not on sale (https://marquee.example/problems/not-on-sale) */
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
    "staff-cancellation-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "Accept-Language"?: string;
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
            header?: {
                "Accept-Language"?: string;
            };
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
    "sales-of-days-get": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                groupBy?: "hour" | "day" | "performance" | "tier" | "price-type";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats and money (minor units) by what they are grouped by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOfDaysGet200"];
                    "text/csv": components["schemas"]["Table"];
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
    "settlement-get": {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Money (minor units) by way of payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementGet200"];
                    "text/csv": components["schemas"]["Table"];
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
    "performance-reservations-list": {
        parameters: {
            query?: {
                status?: "placed" | "held" | "paying" | "paid" | "completed" | "cancelling" | "cancelled" | "rejected" | "expired";
                limit?: number;
                continuation?: string;
            };
            header?: {
                "Accept-Language"?: string;
            };
            path: {
                performanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reservations; all of them for a spreadsheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceReservationsList200"];
                    "text/csv": components["schemas"]["Table"];
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
    "notices-post": {
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
                "application/json": components["schemas"]["NoticesPostBody"];
            };
        };
        responses: {
            /** @description It is mailed within the minute */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesPost202"];
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
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
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
    "mypage-get": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
            };
            header?: {
                "Accept-Language"?: string;
            };
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
    "items-list": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsList200"];
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
    "items-post": {
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
                "application/json": components["schemas"]["ItemsPostBody"];
            };
        };
        responses: {
            /** @description Added; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsPost201"];
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
    "items-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsGet200"];
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
    "items-put": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemsPutBody"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsPut200"];
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
    "items-delete": {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is lent no more */
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
    "loans-list": {
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
            /** @description A page of loans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoansList200"];
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
    "loans-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoansPostBody"];
            };
        };
        responses: {
            /** @description It is lent until returnBy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoansPost201"];
                };
            };
            /** @description Accepted; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoansPost202"];
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
            /** @description Not as many are there (https://marquee.example/problems/out-of-stock); Something borrowed is overdue (https://marquee.example/problems/overdue); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
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
    "loans-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loanId: string;
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
                    "application/json": components["schemas"]["LoansGet200"];
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
    "loan-return-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loanId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanReturnPost200"];
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
    "loans-out-list": {
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
            /** @description A page of loans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoansOutList200"];
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
    "plans-list": {
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
            /** @description A page of plans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlansList200"];
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
    "plans-post": {
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
                "application/json": components["schemas"]["PlansPostBody"];
            };
        };
        responses: {
            /** @description Offered; Location says where it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlansPost201"];
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
    "plans-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
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
                    "application/json": components["schemas"]["PlansGet200"];
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
    "plans-put": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlansPutBody"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlansPut200"];
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
    "plans-delete": {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is offered no more */
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
    "memberships-list": {
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
            /** @description A page of memberships */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipsList200"];
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
    "memberships-post": {
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
                "application/json": components["schemas"]["MembershipsPostBody"];
            };
        };
        responses: {
            /** @description A member from now on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipsPost201"];
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
            /** @description Not possible in this state (https://marquee.example/problems/wrong-state); The customer’s data are being erased (https://marquee.example/problems/erasure-under-way) */
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
    "memberships-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                membershipId: string;
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
                    "application/json": components["schemas"]["MembershipsGet200"];
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
    "memberships-delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                membershipId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ends on endsOn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipsDelete200"];
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
    "bills-list": {
        parameters: {
            query?: {
                limit?: number;
                continuation?: string;
                status?: "unpaid" | "paying" | "paid" | "refunding" | "overdue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bills */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillsList200"];
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
    "bills-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                billId: string;
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
                    "application/json": components["schemas"]["BillsGet200"];
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
    "bill-payment-post": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                billId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillPaymentPostBody"];
            };
        };
        responses: {
            /** @description Paid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillPaymentPost200"];
                };
            };
            /** @description The provider has not answered in time; it settles later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillPaymentPost202"];
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
    "bill-cancellation-post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                billId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the bill says how far it is */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillCancellationPost202"];
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
    "billing-run-get": {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a run would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunGet200"];
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
    "billing-run-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRunPostBody"];
            };
        };
        responses: {
            /** @description How many bills this run has issued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPost200"];
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
    "members-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["MembersGet200"];
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
