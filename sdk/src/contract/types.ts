// Made from openapi/pos.json by `make generated`.
export interface components {
    schemas: {
        AcknowledgeNoticeRequest: {
            note?: string | null;
        };
        ActivateDeviceRequest: {
            code: string;
            publicKey?: components["schemas"]["DevicePublicKey"];
            /** @enum {string} */
            binding?: "key" | "secret";
            serial?: components["schemas"]["DeviceSerial"] | null;
            fingerprint: string;
            platform: string;
            model: string;
            appVersion: components["schemas"]["AppVersion"];
        };
        ActivatedDeviceResponse: {
            device: components["schemas"]["DeviceResponse"];
            token: string;
            secret: string | null;
            configuration: components["schemas"]["DeviceConfigurationResponse"];
        };
        ActorName: string;
        AddEvidenceRequest: {
            note: string;
        };
        AddItemRequest: {
            barcode?: string | null;
            barcodes?: string[];
            unit?: string;
            active?: boolean;
            kind?: components["schemas"]["ItemKindDto"];
            openPrice?: boolean;
            discountable?: boolean;
            minimumAge?: components["schemas"]["Age"] | null;
            plu?: string | null;
            /** @enum {string} */
            measure?: "each" | "weight" | "volume" | "length";
            tare?: components["schemas"]["DecimalString"] | null;
            variantOf?: components["schemas"]["VariantDto"] | null;
            allergens?: components["schemas"]["AllergenDto"][];
            nutrition?: components["schemas"]["NutritionDto"] | null;
            images?: string[];
            description?: string | null;
            channels?: components["schemas"]["ChannelDto"][] | null;
            schedule?: components["schemas"]["ItemScheduleDto"] | null;
            sku: string;
            name: string;
            category: string;
            price: components["schemas"]["PriceDto"];
            taxCategory: string;
            id?: components["schemas"]["Uuid"];
        };
        AddLinesRequest: {
            lines: components["schemas"]["LineRequest"][];
        };
        AddPaymentRequest: {
            id?: components["schemas"]["Uuid"];
            tender: components["schemas"]["TenderName"];
            amount: components["schemas"]["MoneyDto"];
            reference?: components["schemas"]["ReferenceText"] | null;
            giftCard?: components["schemas"]["GiftCardRequest"];
            houseAccount?: components["schemas"]["HouseAccountRequest"];
            payer?: components["schemas"]["PayerRequest"];
            acceptDoubt?: boolean;
            drawerSessionId?: components["schemas"]["Uuid"];
            completeWhenPaid?: boolean;
        };
        AddStaffBadgeRequest: {
            badge: string;
            label: string;
        };
        AdjustGiftCardRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["GiftCardReason"];
        };
        AdjustHouseAccountRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["HouseAccountReason"];
        };
        AdjustPointsRequest: {
            points: number;
            reason: string;
        };
        AdjustSafeRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["DrawerReason"];
        };
        AdjustTipRequest: {
            tip: components["schemas"]["MoneyDto"];
            reason?: components["schemas"]["ReasonText"];
        };
        Age: number;
        /** @enum {string} */
        AllergenDto: "gluten" | "crustaceans" | "eggs" | "fish" | "peanuts" | "soybeans" | "milk" | "nuts" | "celery" | "mustard" | "sesame" | "sulphites" | "lupin" | "molluscs";
        AllocateRequest: {
            approvalId?: components["schemas"]["Uuid"];
            outletId?: components["schemas"]["Uuid"];
            orderId: components["schemas"]["Uuid"];
            reason?: components["schemas"]["PaymentReason"];
        };
        ApiKeyResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            /** @enum {string} */
            status: "active" | "revoked";
            hint: string;
            permissions: components["schemas"]["Permission"][];
            outlets: components["schemas"]["Uuid"][] | null;
            expiresAt: components["schemas"]["Timestamp"] | null;
            revokedAt: components["schemas"]["Timestamp"] | null;
            lastUsedAt: components["schemas"]["Timestamp"] | null;
            revokedBy: string | null;
            revokeReason: string | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
        };
        ApiKeyRevocationResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            hint: string;
            revokedAt: components["schemas"]["Timestamp"];
            revokedBy: string | null;
            reason: string | null;
            lastUsedAt: components["schemas"]["Timestamp"] | null;
        };
        AppVersion: string;
        AppliedDiscountResponse: {
            /** @enum {string} */
            source: "promotion" | "manual";
            id: string;
            name: string;
            code: string | null;
            /** @enum {string} */
            level: "line" | "order";
            amount: components["schemas"]["MoneyDto"];
        };
        AppliedRoleTemplateResponse: {
            template: string;
            created: components["schemas"]["RoleResponse"][];
            present: components["schemas"]["RoleCode"][];
        };
        /** @enum {string} */
        ApprovalActionDto: "order.refund" | "order.refund_other_tender" | "order.void" | "order.discount" | "order.comp" | "order.price_override" | "order.payment_return" | "drawer.no_sale" | "drawer.paid_in" | "drawer.paid_out" | "drawer.skim" | "drawer.tip_out" | "drawer.transfer" | "drawer.variance" | "payment.resolve" | "payment.allocate" | "payment.write_off";
        ApprovalResponse: {
            id: components["schemas"]["Uuid"];
            action: components["schemas"]["ApprovalActionDto"];
            targetId: string;
            outletId: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"] | null;
            reason: string;
            askedBy: string;
            askedAt: components["schemas"]["Timestamp"];
            status: components["schemas"]["ApprovalStatusDto"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Timestamp"] | null;
            note: string | null;
            expiresAt: components["schemas"]["Timestamp"];
            usedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        ApprovalRuleResponse: {
            action: components["schemas"]["ApprovalActionDto"];
            /** @enum {string} */
            secondPerson: "never" | "always" | "over";
            limits: components["schemas"]["MoneyDto"][];
            reasonRequired: boolean;
            reasons: string[];
            changedBy: string | null;
            changedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        ApprovalRulesResponse: {
            data: components["schemas"]["ApprovalRuleResponse"][];
        };
        /** @enum {string} */
        ApprovalStatusDto: "asked" | "granted" | "denied" | "used" | "expired" | "withdrawn";
        ApprovalText: string;
        ApproveOnTheSpotRequest: {
            id?: components["schemas"]["Uuid"];
            action: components["schemas"]["ApprovalActionDto"];
            targetId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            amount?: components["schemas"]["ApprovedMoney"];
            reason: components["schemas"]["ApprovalText"];
            approverId: components["schemas"]["Uuid"];
            pin: components["schemas"]["ApproverPin"];
        };
        ApprovedMinorUnits: number;
        ApprovedMoney: {
            amount: components["schemas"]["ApprovedMinorUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        ApproverPin: string;
        AskForApprovalRequest: {
            id?: components["schemas"]["Uuid"];
            action: components["schemas"]["ApprovalActionDto"];
            targetId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            amount?: components["schemas"]["ApprovedMoney"];
            reason: components["schemas"]["ApprovalText"];
            grantTo?: components["schemas"]["ActorName"];
        };
        AskForRenewalRequest: {
            id?: components["schemas"]["Uuid"];
            wantedUntil?: components["schemas"]["Timestamp"] | null;
            reason: components["schemas"]["AuditReason"];
        };
        AssignPlanRequest: {
            plan: components["schemas"]["PlanCode"];
            paidUntil?: components["schemas"]["Timestamp"] | null;
            reason?: components["schemas"]["LicenceReason"] | null;
        };
        AssignRolesRequest: {
            assignments: components["schemas"]["StaffAssignmentRequest"][];
            reason: components["schemas"]["StaffReason"];
        };
        AttributesDto: {
            [key: string]: string;
        };
        AuditEntryResponse: {
            number: components["schemas"]["AuditNumber"];
            eventId: components["schemas"]["Uuid"];
            at: components["schemas"]["Timestamp"];
            recordedAt: components["schemas"]["Timestamp"];
            actor: string;
            outletId: components["schemas"]["Uuid"] | null;
            deviceId: string | null;
            action: string;
            target: string;
            outcome: components["schemas"]["AuditOutcome"];
            reason: string | null;
            approvedBy: string | null;
            before: unknown;
            after: unknown;
            requestId: string;
            payload: string;
            previousHash: components["schemas"]["AuditHash"];
            hash: components["schemas"]["AuditHash"];
        };
        AuditHash: string;
        AuditHeadResponse: {
            number: number;
            hash: components["schemas"]["AuditHash"];
        };
        AuditNumber: number;
        /** @enum {string} */
        AuditOutcome: "allowed" | "refused";
        AuditReason: string;
        AvailabilityResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            sku: string;
            available: boolean;
            soldOut: boolean;
            reason: string | null;
            until: components["schemas"]["Timestamp"] | null;
            remaining: components["schemas"]["DecimalString"] | null;
            changedBy: string;
            changedAt: components["schemas"]["Timestamp"];
            version: number;
        };
        BankDepositResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"];
            reference: string | null;
            status: components["schemas"]["BankDepositStatus"];
            countedAmount: components["schemas"]["MoneyDto"] | null;
            difference: components["schemas"]["MoneyDto"] | null;
            preparedAt: components["schemas"]["Timestamp"];
            preparedBy: string;
            depositedAt: components["schemas"]["Timestamp"] | null;
            depositedBy: string | null;
            endedAt: components["schemas"]["Timestamp"] | null;
            endedBy: string | null;
            version: number;
        };
        /** @enum {string} */
        BankDepositStatus: "prepared" | "deposited" | "confirmed" | "cancelled";
        BatteryPercent: number;
        BeginTotpRequest: {
            password: components["schemas"]["PasswordText"];
        };
        BrandingRequest: {
            logo: string | null;
            primaryColour: components["schemas"]["HexColour"];
            accentColour: components["schemas"]["HexColour"];
            backgroundColour: components["schemas"]["HexColour"];
        };
        BrandingResponse: {
            logo: string | null;
            primaryColour: components["schemas"]["HexColour"];
            accentColour: components["schemas"]["HexColour"];
            backgroundColour: components["schemas"]["HexColour"];
            version: number;
        };
        BurnRequest: {
            customerId: components["schemas"]["CustomerReference"];
            amount: components["schemas"]["MoneyDto"];
        };
        BurnResponse: {
            reference: components["schemas"]["Uuid"];
            customerId: components["schemas"]["CustomerReference"];
            amount: components["schemas"]["MoneyDto"];
            points: number | null;
            /** @enum {string} */
            status: "pending" | "held" | "used" | "reversing" | "reversed" | "refused";
        };
        BusinessActivityResponse: {
            id: components["schemas"]["Uuid"];
            slug: string;
            name: string;
            region: string | null;
            status: components["schemas"]["BusinessStatusDto"];
            plan: string | null;
            licenceStatus: string | null;
            planEndsAt: components["schemas"]["Timestamp"] | null;
            lastActivityAt: components["schemas"]["Timestamp"] | null;
            lastOrderAt: components["schemas"]["Timestamp"] | null;
            lastSyncAt: components["schemas"]["Timestamp"] | null;
            orders7Days: number;
            orders30Days: number;
            devicesActive: number;
            devices: number | null;
            staff: number | null;
            storedEvents: number;
            collectedAt: components["schemas"]["Timestamp"] | null;
        };
        BusinessDay: string;
        BusinessOwnerDto: {
            name: string;
            email?: string | null;
            phone?: string | null;
        };
        BusinessReason: string;
        BusinessReasonRequest: {
            reason: components["schemas"]["BusinessReason"];
        };
        BusinessRegion: string;
        BusinessResponse: {
            id: components["schemas"]["Uuid"];
            slug: string;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            country: string | null;
            region: string | null;
            timeZone: string | null;
            industry: components["schemas"]["IndustryDto"] | null;
            contact: string | null;
            notes: string | null;
            status: components["schemas"]["BusinessStatusDto"];
            statusReason: string | null;
            statusSince: components["schemas"]["Timestamp"];
            registeredAt: components["schemas"]["Timestamp"];
            version: number;
        };
        BusinessSlug: string;
        /** @enum {string} */
        BusinessStatusDto: "active" | "suspended" | "closed";
        CancelDepositRequest: {
            reason: components["schemas"]["DrawerReason"];
        };
        CardCode: string;
        CashRoundingDto: {
            stepMinor: number;
            /** @enum {string} */
            mode: "half-up" | "down" | "up";
        };
        CashierFiguresDto: {
            personId: string;
            shifts: number;
            workedMinutes: number;
            orders: number;
            gross: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
            refunds: components["schemas"]["CountAndMoneyDto"];
            tenders: components["schemas"]["CashierTenderDto"][];
            tips: components["schemas"]["MoneyDto"];
            declaredTips: components["schemas"]["MoneyDto"];
            voids: components["schemas"]["CountAndMoneyDto"];
            comps: components["schemas"]["CountAndMoneyDto"];
            discountsGiven: components["schemas"]["CountAndMoneyDto"];
            priceOverrides: number;
            noSales: number;
            drawerVariances: components["schemas"]["CountAndMoneyDto"];
        };
        CashierReportResponse: {
            from: components["schemas"]["ShiftDay"];
            to: components["schemas"]["ShiftDay"];
            data: components["schemas"]["CashierFiguresDto"][];
        };
        CashierTenderDto: {
            count: number;
            amount: components["schemas"]["MoneyDto"];
            tender: string;
        };
        CatalogChangesResponse: {
            revision: components["schemas"]["CatalogRevision"];
            data: components["schemas"]["ItemResponse"][];
            nextCursor: string | null;
        };
        CatalogRevision: number;
        CategoryResponse: {
            name: string;
            items: number;
            activeItems: number;
        };
        ChainFaultDto: {
            reportId: string | null;
            number: components["schemas"]["FigureCount"];
            /** @enum {string} */
            fault: "content_changed" | "row_changed" | "number_missing" | "chain_broken" | "grand_total_wrong" | "head_missing";
        };
        ChangeApiKeyRequest: {
            name?: string;
            expiresAt?: components["schemas"]["Timestamp"] | null;
            permissions?: components["schemas"]["Permission"][];
            reason?: components["schemas"]["AuditReason"];
        };
        ChangeBusinessRequest: {
            region?: components["schemas"]["BusinessRegion"] | null;
            notes?: string | null;
        };
        ChangeDeviceRequest: {
            name?: components["schemas"]["DeviceName"];
            outletId?: components["schemas"]["Uuid"];
            idleLockMinutes?: components["schemas"]["DeviceIdleMinutes"] | null;
        };
        ChangeDraftRequest: {
            priority?: components["schemas"]["PricebookPriority"];
            scope?: components["schemas"]["PricebookScope"];
            rules?: components["schemas"]["PricebookRule"][];
        };
        ChangeDrawerRequest: {
            name?: components["schemas"]["DrawerName"];
            deviceId?: components["schemas"]["DrawerDeviceName"] | null;
            active?: boolean;
        };
        ChangeHouseAccountRequest: {
            name?: components["schemas"]["HouseAccountName"];
            limit?: components["schemas"]["HouseAccountLimit"];
            termsDays?: components["schemas"]["HouseAccountTermsDays"];
            outletIds?: components["schemas"]["HouseAccountOutlets"] | null;
            reason: components["schemas"]["HouseAccountReason"];
        };
        ChangeItemRequest: {
            barcode?: string | null;
            barcodes?: string[];
            unit?: string;
            active?: boolean;
            kind?: components["schemas"]["ItemKindDto"];
            openPrice?: boolean;
            discountable?: boolean;
            minimumAge?: components["schemas"]["Age"] | null;
            plu?: string | null;
            /** @enum {string} */
            measure?: "each" | "weight" | "volume" | "length";
            tare?: components["schemas"]["DecimalString"] | null;
            variantOf?: components["schemas"]["VariantDto"] | null;
            allergens?: components["schemas"]["AllergenDto"][];
            nutrition?: components["schemas"]["NutritionDto"] | null;
            images?: string[];
            description?: string | null;
            channels?: components["schemas"]["ChannelDto"][] | null;
            schedule?: components["schemas"]["ItemScheduleDto"] | null;
            sku?: string;
            name?: string;
            category?: string;
            price?: components["schemas"]["PriceDto"];
            taxCategory?: string;
        };
        ChangeLineRequest: {
            quantity?: components["schemas"]["DecimalString"];
            note?: components["schemas"]["NoteText"] | null;
        };
        ChangeMemberRequest: {
            groups?: components["schemas"]["Words"];
            entitlements?: components["schemas"]["Words"];
            /** @enum {string} */
            status?: "active" | "closed";
        };
        ChangeModifierGroupRequest: {
            code?: string;
            name?: string;
            currency?: components["schemas"]["CurrencyCode"];
            min?: components["schemas"]["ChoiceCount"];
            max?: components["schemas"]["ChoiceCount"] | null;
            freeQuantity?: components["schemas"]["ChoiceCount"];
            modifiers?: components["schemas"]["GroupModifierRequest"][];
        };
        ChangeOutletRequest: {
            name?: string;
            timeZone?: string;
            locale?: string;
            dayCut?: components["schemas"]["TimeOfDay"];
            receiptPrefix?: string;
            tenders?: string[];
            /** @enum {string} */
            taxRounding?: "receipt" | "line";
            cashRounding?: components["schemas"]["CashRoundingDto"] | null;
            openingHours?: components["schemas"]["OpeningHoursDto"];
            receipt?: components["schemas"]["ReceiptTextsDto"];
            serviceCharges?: components["schemas"]["ServiceChargeDto"][];
            tillKeys?: components["schemas"]["TillKeysDto"];
            active?: boolean;
        };
        ChangePasswordRequest: {
            current: components["schemas"]["PasswordText"];
            new: components["schemas"]["PasswordText"];
        };
        ChangePinRequest: {
            current: components["schemas"]["StaffPin"];
            new: components["schemas"]["StaffPin"];
        };
        ChangePlanRequest: {
            name?: string;
            currency?: components["schemas"]["CurrencyCode"];
            basePrice?: components["schemas"]["MinorUnits"];
            outletPrice?: components["schemas"]["MinorUnits"];
            limits?: components["schemas"]["PlanLimitsDto"];
            ordersIncluded?: components["schemas"]["PlanCount"] | null;
            overagePrice?: components["schemas"]["MinorUnits"];
            features?: string[] | null;
            rateLimitPerMinute?: components["schemas"]["PlanCount"] | null;
            graceDays?: components["schemas"]["PlanCount"];
            trialDays?: components["schemas"]["PlanCount"];
        };
        ChangePricebookRequest: {
            code?: string | null;
            name?: string;
            parentId?: components["schemas"]["Uuid"] | null;
        };
        ChangePromoCodeRequest: {
            active: boolean;
        };
        ChangePromotionRequest: {
            name?: string;
            priority?: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            level?: "line" | "order";
            select?: components["schemas"]["PromotionSelector"];
            schedule?: components["schemas"]["PromotionSchedule"] | null;
            conditions?: components["schemas"]["PromotionConditions"] | null;
            effect?: components["schemas"]["PromotionEffectDto"];
            exclusiveGroup?: string | null;
            stackable?: boolean;
            timesMax?: components["schemas"]["PromotionInteger"] | null;
            amountMax?: components["schemas"]["MoneyDto"] | null;
            scope?: components["schemas"]["PromotionScopeDto"];
            validFrom?: components["schemas"]["Timestamp"] | null;
            validTo?: components["schemas"]["Timestamp"] | null;
            limits?: components["schemas"]["PromotionLimitsDto"];
        };
        ChangeRoleRequest: {
            name?: string;
            description?: string;
            permissions?: components["schemas"]["Permission"][];
            dashboard?: components["schemas"]["Tile"][];
            reason?: components["schemas"]["AuditReason"];
        };
        ChangeStaffRequest: {
            staffNumber?: components["schemas"]["StaffNumber"];
            displayName?: components["schemas"]["StaffName"];
            firstName?: components["schemas"]["StaffName"] | null;
            lastName?: components["schemas"]["StaffName"] | null;
            email?: components["schemas"]["StaffEmail"] | null;
            phone?: components["schemas"]["StaffPhone"] | null;
            locale?: components["schemas"]["StaffLanguage"] | null;
            note?: string | null;
            userId?: components["schemas"]["StaffUserId"] | null;
        };
        ChangeTableRequest: {
            name?: components["schemas"]["DiningTableName"];
            area?: components["schemas"]["DiningTableArea"] | null;
            seats?: components["schemas"]["DiningTableSeats"];
            position?: components["schemas"]["DiningTablePosition"];
            active?: boolean;
        };
        ChangeTenantRequest: {
            name?: string;
            currency?: components["schemas"]["CurrencyCode"];
        };
        ChangeWebhookEndpointRequest: {
            url?: components["schemas"]["WebhookUrl"];
            description?: string;
            eventTypes?: components["schemas"]["EventTypePattern"][];
            outletIds?: components["schemas"]["Uuid"][] | null;
        };
        ChangesLimit: number;
        /** @enum {string} */
        ChannelDto: "counter" | "dine_in" | "bar_tab" | "takeaway" | "delivery" | "pickup" | "drive_thru" | "kiosk" | "ecommerce";
        ChannelSwitchDto: {
            channels: components["schemas"]["SalesChannelDto"][];
            taxes: components["schemas"]["TaxDto"][];
            /** @enum {string} */
            policy: "keep_gross" | "keep_net";
        };
        ChargeHistoryResponse: {
            paymentId: components["schemas"]["Uuid"];
            orderId: components["schemas"]["Uuid"];
            orderNumber: string;
            outletId: components["schemas"]["Uuid"];
            tender: string;
            provider: string;
            amount: components["schemas"]["MoneyDto"];
            status: components["schemas"]["ChargeStatusName"];
            captured: components["schemas"]["MoneyDto"] | null;
            reference: string | null;
            reason: string | null;
            owner: string | null;
            unknownSince: components["schemas"]["Timestamp"] | null;
            nextLookAt: components["schemas"]["Timestamp"] | null;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            test: boolean;
            version: number;
            paymentUrl: string | null;
            history: components["schemas"]["ChargeStepResponse"][];
        };
        ChargeResponse: {
            paymentId: components["schemas"]["Uuid"];
            orderId: components["schemas"]["Uuid"];
            orderNumber: string;
            outletId: components["schemas"]["Uuid"];
            tender: string;
            provider: string;
            amount: components["schemas"]["MoneyDto"];
            status: components["schemas"]["ChargeStatusName"];
            captured: components["schemas"]["MoneyDto"] | null;
            reference: string | null;
            reason: string | null;
            owner: string | null;
            unknownSince: components["schemas"]["Timestamp"] | null;
            nextLookAt: components["schemas"]["Timestamp"] | null;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            test: boolean;
            version: number;
        };
        /** @enum {string} */
        ChargeStatusName: "created" | "sent" | "pending" | "captured" | "failed" | "unknown" | "cancelling" | "cancelled" | "charged_back";
        ChargeStepResponse: {
            at: components["schemas"]["Timestamp"];
            what: string;
            status: string;
            reference: string | null;
            detail: string | null;
            actor: string;
        };
        ChargebackResponse: {
            id: components["schemas"]["Uuid"];
            paymentId: components["schemas"]["Uuid"];
            orderId: components["schemas"]["Uuid"] | null;
            outletId: components["schemas"]["Uuid"] | null;
            provider: string;
            reference: string | null;
            amount: components["schemas"]["MoneyDto"];
            reason: string;
            status: components["schemas"]["ChargebackStatus"];
            dueBy: components["schemas"]["Timestamp"] | null;
            evidence: components["schemas"]["EvidenceResponse"][];
            outcome: string | null;
            openedAt: components["schemas"]["Timestamp"];
            openedBy: string;
            closedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        /** @enum {string} */
        ChargebackStatus: "opened" | "won" | "lost";
        CheckPinRequest: {
            deviceId: components["schemas"]["Uuid"];
            personId: components["schemas"]["Uuid"];
            pin: components["schemas"]["TypedDigits"];
        };
        CheckPinResponse: {
            right: boolean;
        };
        ChoiceCount: number;
        ChoicePosition: number;
        ChoosePasswordRequest: {
            token: components["schemas"]["LinkToken"];
            password: components["schemas"]["PasswordText"];
        };
        ChosenPasswordResponse: {
            email: string;
            status: components["schemas"]["LoginStatusWord"];
        };
        ClockInRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            personId?: components["schemas"]["PersonReference"];
            job: components["schemas"]["JobName"];
            deviceId?: string | null;
        };
        ClockOutRequest: {
            declaredTips?: components["schemas"]["DeclaredTips"] | null;
        };
        CloseChargebackRequest: {
            /** @enum {string} */
            outcome: "won" | "lost";
            note?: string | null;
        };
        CloseDayRequest: {
            reason?: string;
            acceptOpenSessions?: boolean;
        };
        CloseDayResponse: {
            report: components["schemas"]["ZReportSummaryResponse"];
            closed: components["schemas"]["ZReportSummaryResponse"][];
        };
        CloseDrawerRequest: {
            denominations?: components["schemas"]["CountedPiecesDto"][];
            counted?: components["schemas"]["MoneyDto"];
            keepAsFloat?: components["schemas"]["MoneyDto"];
        };
        ClosePlanRequest: {
            answer?: components["schemas"]["LicenceReason"] | null;
        };
        ComboChoiceRequest: {
            sku?: string | null;
            category?: string | null;
            upcharge?: components["schemas"]["PriceDto"];
            default?: boolean;
        };
        ComboChoiceResponse: {
            sku: string | null;
            category: string | null;
            upcharge: components["schemas"]["MoneyDto"];
            default: boolean;
        };
        ComboPricingRequest: {
            /** @enum {string} */
            kind: "fixed" | "percent_off";
            rate?: components["schemas"]["ComboRate"] | null;
        };
        ComboPricingResponse: {
            /** @enum {string} */
            kind: "fixed" | "percent_off";
            rate: components["schemas"]["ComboRate"] | null;
        };
        ComboRate: string;
        ComboResponse: {
            id: components["schemas"]["Uuid"];
            sku: string;
            name: string;
            quantity: components["schemas"]["DecimalString"];
        };
        ComboSlotRequest: {
            code: string;
            name: string;
            min?: components["schemas"]["SlotCount"];
            max?: components["schemas"]["SlotCount"];
            choices: components["schemas"]["ComboChoiceRequest"][];
        };
        ComboSlotResponse: {
            code: string;
            name: string;
            min: components["schemas"]["SlotCount"];
            max: components["schemas"]["SlotCount"];
            choices: components["schemas"]["ComboChoiceResponse"][];
        };
        CommandForDevice: {
            id: components["schemas"]["Uuid"];
            kind: components["schemas"]["DeviceCommandKindDto"];
            text: string | null;
            reason: string | null;
            sentAt: components["schemas"]["Timestamp"];
        };
        CommandRequest: Record<string, never>;
        ComponentRequest: {
            id?: components["schemas"]["Uuid"];
            slot: components["schemas"]["ReferenceText"];
            sku: components["schemas"]["Sku"];
            quantity?: components["schemas"]["Count"];
            modifiers?: (components["schemas"]["ReferenceText"] | components["schemas"]["ModifierRequest"])[];
            note?: components["schemas"]["NoteText"] | null;
        };
        ConfigurationRevision: number;
        ConfiguredBranding: {
            logo: string | null;
            primaryColour: string;
            accentColour: string;
            backgroundColour: string;
        };
        ConfiguredChannelSwitch: {
            channels: string[];
            taxes: components["schemas"]["ConfiguredTax"][];
            /** @enum {string} */
            policy: "keep_gross" | "keep_net";
        };
        ConfiguredEndpoints: {
            base: string | null;
            api: string;
            stream: string;
            heartbeat: string;
            configuration: string;
        };
        ConfiguredLicence: {
            plan: string | null;
            /** @enum {string} */
            status: "unlimited" | "active" | "grace" | "expired" | "revoked";
            paidUntil: components["schemas"]["Timestamp"] | null;
            ordersUntil: components["schemas"]["Timestamp"] | null;
        };
        ConfiguredOutlet: {
            id: components["schemas"]["Uuid"];
            name: string;
            active: boolean;
            currency: string;
            timeZone: string;
            locale: string;
            dayCutMinutes: number;
            tenders: string[];
            /** @enum {string} */
            taxRounding: "receipt" | "line";
            taxGroups: components["schemas"]["ConfiguredTaxGroup"][];
            cashRounding: components["schemas"]["ConfiguredRounding"] | null;
            receipt: components["schemas"]["ConfiguredReceipt"];
        };
        ConfiguredReceipt: {
            addressLines: string[];
            taxNumber: string | null;
            header: string | null;
            footer: string | null;
            prefix: string;
        };
        ConfiguredRounding: {
            stepMinor: number;
            mode: string;
        };
        ConfiguredSessions: {
            idleLockMinutes: number | null;
            hours: number;
        };
        ConfiguredTax: {
            code: string;
            name: string;
            rate: string;
            compound: boolean;
            validFrom: string | null;
            validTo: string | null;
        };
        ConfiguredTaxGroup: {
            code: string;
            name: string;
            /** @enum {string} */
            mode: "inclusive" | "exclusive";
            taxes: components["schemas"]["ConfiguredTax"][];
            channelSwitch: components["schemas"]["ConfiguredChannelSwitch"] | null;
        };
        ConfirmDepositRequest: {
            amount: components["schemas"]["MoneyDto"];
        };
        ConfirmTotpRequest: {
            otp: components["schemas"]["OneTimeCode"];
        };
        ConflictCause: string;
        CorrectOwedTipsRequest: {
            outletId: components["schemas"]["Uuid"];
            personId: components["schemas"]["TipPerson"];
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["TipReason"];
        };
        CorrectShiftRequest: {
            job?: components["schemas"]["JobName"];
            clockedInAt?: components["schemas"]["Timestamp"];
            clockedOutAt?: components["schemas"]["Timestamp"];
            breaks?: components["schemas"]["ShiftBreakRequest"][];
            declaredTips?: components["schemas"]["DeclaredTips"] | null;
            reason: components["schemas"]["ShiftReason"];
        };
        Count: number;
        CountAndMoneyDto: {
            count: number;
            amount: components["schemas"]["MoneyDto"];
        };
        CountedDrawerResponse: {
            session: components["schemas"]["DrawerSessionResponse"];
            count: components["schemas"]["DrawerCountResponse"] | null;
        };
        CountedMoneyDto: {
            count: components["schemas"]["FigureCount"];
            amount: components["schemas"]["MoneyDto"];
        };
        CountedPiecesDto: {
            denomination: components["schemas"]["DrawerMoreUnits"];
            count: number;
        };
        CreateApiKeyRequest: {
            id?: components["schemas"]["Uuid"];
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            permissions: components["schemas"]["Permission"][];
            outlets?: components["schemas"]["Uuid"][] | null;
            expiresAt?: components["schemas"]["Timestamp"] | null;
        };
        CreatePlanRequest: {
            code: components["schemas"]["PlanCode"];
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            basePrice?: components["schemas"]["MinorUnits"];
            outletPrice?: components["schemas"]["MinorUnits"];
            limits?: components["schemas"]["PlanLimitsDto"];
            ordersIncluded?: components["schemas"]["PlanCount"] | null;
            overagePrice?: components["schemas"]["MinorUnits"];
            features?: string[] | null;
            rateLimitPerMinute?: components["schemas"]["PlanCount"] | null;
            graceDays?: components["schemas"]["PlanCount"];
            trialDays?: components["schemas"]["PlanCount"];
        };
        CreatePricebookRequest: {
            id?: components["schemas"]["Uuid"];
            code?: string | null;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            parentId?: components["schemas"]["Uuid"] | null;
            priority?: components["schemas"]["PricebookPriority"];
            scope?: components["schemas"]["PricebookScope"];
            rules?: components["schemas"]["PricebookRule"][];
        };
        CreatePromotionRequest: {
            name: string;
            priority?: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            level?: "line" | "order";
            select?: components["schemas"]["PromotionSelector"];
            schedule?: components["schemas"]["PromotionSchedule"] | null;
            conditions?: components["schemas"]["PromotionConditions"] | null;
            effect: components["schemas"]["PromotionEffectDto"];
            exclusiveGroup?: string | null;
            stackable?: boolean;
            timesMax?: components["schemas"]["PromotionInteger"] | null;
            amountMax?: components["schemas"]["MoneyDto"] | null;
            scope?: components["schemas"]["PromotionScopeDto"];
            validFrom?: components["schemas"]["Timestamp"] | null;
            validTo?: components["schemas"]["Timestamp"] | null;
            limits?: components["schemas"]["PromotionLimitsDto"];
            id?: components["schemas"]["Uuid"];
            /** @enum {string} */
            activation?: "automatic" | "code";
        };
        CreateRoleRequest: {
            code: components["schemas"]["RoleCode"];
            name: string;
            description?: string;
            permissions?: components["schemas"]["Permission"][];
            basedOn?: components["schemas"]["RoleCode"];
            dashboard?: components["schemas"]["Tile"][];
        };
        CreateTableRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: components["schemas"]["DiningTableName"];
            area?: components["schemas"]["DiningTableArea"] | null;
            seats: components["schemas"]["DiningTableSeats"];
            position?: components["schemas"]["DiningTablePosition"];
        };
        CreateWebhookEndpointRequest: {
            id?: components["schemas"]["Uuid"];
            url: components["schemas"]["WebhookUrl"];
            description?: string;
            eventTypes?: components["schemas"]["EventTypePattern"][];
            outletIds?: components["schemas"]["Uuid"][] | null;
        };
        CurrencyCode: string;
        CustomerReference: string;
        DateText: string;
        DayBridgeDto: {
            settled: components["schemas"]["MoneyDto"];
            partPaymentsTaken: components["schemas"]["MoneyDto"];
            partPaymentsUsed: components["schemas"]["MoneyDto"];
            unexplained: components["schemas"]["MoneyDto"];
            received: components["schemas"]["MoneyDto"];
            refunded: components["schemas"]["MoneyDto"];
            returned: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
        };
        DayCashDto: {
            movements: components["schemas"]["DayMovementDto"][];
            sessions: components["schemas"]["DaySessionDto"][];
        };
        /** @enum {string} */
        DayClosure: "off" | "automatic" | "required";
        DayDiscountDto: {
            count: components["schemas"]["FigureCount"];
            amount: components["schemas"]["MoneyDto"];
            category: string;
        };
        DayFiguresDto: {
            orders: components["schemas"]["DayOrdersDto"];
            sales: components["schemas"]["DaySalesDto"];
            discounts: components["schemas"]["DayDiscountDto"][];
            taxes: components["schemas"]["DayTaxDto"][];
            tenders: components["schemas"]["DayTenderDto"][];
            bridge: components["schemas"]["DayBridgeDto"] | null;
            refunds: components["schemas"]["DayRefundsDto"];
            voids: components["schemas"]["CountedMoneyDto"];
            linesRemoved: components["schemas"]["FigureCount"];
            priceOverrides: components["schemas"]["FigureCount"];
            noSales: components["schemas"]["FigureCount"];
            giftCards: components["schemas"]["DayGiftCardsDto"];
            cash: components["schemas"]["DayCashDto"];
            openOrders: components["schemas"]["CountedMoneyDto"] | null;
            paymentsInDoubt: components["schemas"]["CountedMoneyDto"];
            late: components["schemas"]["DayLateDto"][];
        };
        DayGiftCardsDto: {
            sold: components["schemas"]["CountedMoneyDto"];
            redeemed: components["schemas"]["CountedMoneyDto"];
            outstanding: components["schemas"]["CountedMoneyDto"] | null;
        };
        DayLateDto: {
            businessDate: components["schemas"]["BusinessDay"];
            orders: components["schemas"]["FigureCount"];
            total: components["schemas"]["MoneyDto"];
            refunds: components["schemas"]["FigureCount"];
            refunded: components["schemas"]["MoneyDto"];
        };
        DayMovementDto: {
            kind: string;
            category: string | null;
            late: boolean;
            count: components["schemas"]["FigureCount"];
            in: components["schemas"]["MoneyDto"];
            out: components["schemas"]["MoneyDto"];
            safeIn: components["schemas"]["MoneyDto"];
            safeOut: components["schemas"]["MoneyDto"];
        };
        DayOrdersDto: {
            count: components["schemas"]["FigureCount"];
            first: string | null;
            last: string | null;
        };
        DayPolicyRequest: {
            closure: components["schemas"]["DayClosure"];
            graceMinutes: number;
        };
        DayPolicyResponse: {
            outletId: components["schemas"]["Uuid"];
            closure: components["schemas"]["DayClosure"];
            graceMinutes: components["schemas"]["FigureCount"];
            version: components["schemas"]["FigureCount"];
        };
        DayPoolResponse: {
            businessDate: components["schemas"]["TipDay"];
            collected: components["schemas"]["MoneyDto"];
            undistributed: components["schemas"]["MoneyDto"];
        };
        DayPoolsResponse: {
            data: components["schemas"]["DayPoolResponse"][];
        };
        DayRefundsDto: {
            count: components["schemas"]["FigureCount"];
            amount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            rounding: components["schemas"]["MoneyDto"];
            ofEarlierDays: components["schemas"]["TaxedMoneyDto"];
        };
        DayResponse: {
            businessDate: components["schemas"]["BusinessDay"];
            /** @enum {string} */
            status: "open" | "closed" | "due";
            zReportId: components["schemas"]["Uuid"] | null;
        };
        DaySalesDto: {
            gross: components["schemas"]["MoneyDto"];
            discounts: components["schemas"]["MoneyDto"];
            serviceCharge: components["schemas"]["MoneyDto"];
            taxOnTop: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
            tips: components["schemas"]["MoneyDto"];
            surcharges: components["schemas"]["MoneyDto"];
            rounding: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
        };
        DaySessionDto: {
            sessionId: components["schemas"]["Uuid"];
            drawerId: components["schemas"]["Uuid"];
            number: components["schemas"]["FigureCount"];
            cashierId: string;
            status: string;
            businessDate: components["schemas"]["BusinessDay"];
            float: components["schemas"]["MoneyDto"];
            noSales: components["schemas"]["FigureCount"];
            expected: components["schemas"]["MoneyDto"] | null;
            counted: components["schemas"]["MoneyDto"] | null;
            variance: components["schemas"]["MoneyDto"] | null;
            varianceState: string;
        };
        DayTaxDto: {
            code: string;
            name: string;
            rate: string;
            /** @enum {string} */
            mode: "inclusive" | "exclusive";
            base: components["schemas"]["MoneyDto"];
            amount: components["schemas"]["MoneyDto"];
        };
        DayTenderDto: {
            tender: string;
            count: components["schemas"]["FigureCount"];
            received: components["schemas"]["MoneyDto"];
            refunded: components["schemas"]["MoneyDto"];
            returned: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
        };
        DaysResponse: {
            data: components["schemas"]["DayResponse"][];
        };
        DeadLetterResponse: {
            id: components["schemas"]["Uuid"];
            sink: string;
            eventId: components["schemas"]["Uuid"];
            type: string;
            subject: string;
            sequence: number;
            outletId: components["schemas"]["Uuid"] | null;
            reason: string;
            attempts: number;
            deadAt: components["schemas"]["Timestamp"];
            status: components["schemas"]["DeadLetterStatus"];
            queuedBy: string | null;
            redrivenAt: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        DeadLetterStatus: "dead" | "queued" | "redriven";
        DecideApprovalRequest: {
            note?: components["schemas"]["ApprovalText"];
        };
        DecideOnEntryRequest: {
            reason: components["schemas"]["SyncText"];
        };
        DecimalString: string;
        DeclaredTips: {
            amount: components["schemas"]["DeclaredUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        DeclaredUnits: number;
        DeepModifierRequest: {
            modifier: components["schemas"]["ReferenceText"];
            group?: components["schemas"]["ReferenceText"];
            quantity?: components["schemas"]["Count"];
            modifiers?: components["schemas"]["DeepestModifierRequest"][];
        };
        DeepestModifierRequest: {
            modifier: components["schemas"]["ReferenceText"];
            group?: components["schemas"]["ReferenceText"];
            quantity?: components["schemas"]["Count"];
        };
        DefineDrawerRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: components["schemas"]["DrawerName"];
            deviceId?: components["schemas"]["DrawerDeviceName"] | null;
        };
        DemandingRole: string;
        DenyRenewalRequest: {
            reason: components["schemas"]["AuditReason"];
        };
        /** @enum {string} */
        DeviceBindingDto: "dpop" | "secret";
        /** @enum {string} */
        DeviceCommandKindDto: "lock" | "unlock" | "message" | "refresh_configuration" | "update" | "sign_out";
        DeviceCommandRequest: {
            /** @enum {string} */
            kind: "refresh_configuration" | "update";
            reason?: components["schemas"]["DeviceReason"];
        };
        DeviceCommandResponse: {
            id: components["schemas"]["Uuid"];
            kind: components["schemas"]["DeviceCommandKindDto"];
            text: string | null;
            reason: string | null;
            /** @enum {string} */
            status: "pending" | "acknowledged" | "withdrawn";
            sentBy: string;
            sentAt: components["schemas"]["Timestamp"];
            acknowledgedAt: components["schemas"]["Timestamp"] | null;
        };
        DeviceConfigurationResponse: {
            revision: number;
            businessId: components["schemas"]["Uuid"];
            slug: string;
            businessName: string;
            outlet: components["schemas"]["ConfiguredOutlet"];
            receiptSeries: string | null;
            nextReceiptNumber: number | null;
            branding: components["schemas"]["ConfiguredBranding"];
            licence: components["schemas"]["ConfiguredLicence"];
            features: components["schemas"]["Record_string.boolean_"];
            flags: components["schemas"]["Record_string.boolean_"];
            sessions: components["schemas"]["ConfiguredSessions"];
            endpoints: components["schemas"]["ConfiguredEndpoints"];
            minimumAppVersion: string | null;
        };
        DeviceHappeningResponse: {
            sequence: number;
            type: string;
            at: components["schemas"]["Timestamp"];
            actor: string;
            reason: string | null;
        };
        /** @enum {string} */
        DeviceHealthDto: "suspect" | "locked" | "offline" | "outdated" | "online";
        DeviceHeartbeatRequest: {
            appVersion: components["schemas"]["AppVersion"];
            queueDepth: number;
            oldestQueuedAt?: components["schemas"]["Timestamp"] | null;
            battery?: components["schemas"]["BatteryPercent"] | null;
            charging?: boolean | null;
            deviceTime: components["schemas"]["Timestamp"];
            fingerprint: string;
            /** @enum {string} */
            network?: "wifi" | "ethernet" | "cellular" | "none" | "other";
            lastSyncAt?: components["schemas"]["Timestamp"] | null;
            configurationRevision?: components["schemas"]["ConfigurationRevision"] | null;
            acknowledged?: components["schemas"]["Uuid"][];
        };
        DeviceHeartbeatResponse: {
            serverTime: components["schemas"]["Timestamp"];
            clockSkewMs: number;
            /** @enum {string} */
            status: "active" | "locked";
            lockReason: string | null;
            commands: components["schemas"]["CommandForDevice"][];
            configurationRevision: number;
            /** @enum {string} */
            licenceStatus: "unlimited" | "active" | "grace" | "expired" | "revoked";
        };
        DeviceIdleMinutes: number;
        /** @enum {string} */
        DeviceKindDto: "till" | "tablet" | "kiosk" | "kitchen_display" | "customer_screen" | "hub";
        DeviceMessageRequest: {
            text: string;
        };
        DeviceName: string;
        DevicePolicyRequest: {
            minimumAppVersion: components["schemas"]["AppVersion"] | null;
        };
        DevicePolicyResponse: {
            minimumAppVersion: string | null;
            version: number;
        };
        DevicePublicKey: {
            /** @enum {string} */
            kty: "EC" | "OKP";
            /** @enum {string} */
            crv: "P-256" | "Ed25519";
            x: string;
            y?: string;
            alg?: string;
            use?: string;
            kid?: string;
            ext?: boolean;
            key_ops?: string[];
        };
        DeviceReason: string;
        DeviceReasonRequest: {
            reason: components["schemas"]["DeviceReason"];
        };
        DeviceResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            kind: components["schemas"]["DeviceKindDto"];
            serial: string | null;
            status: components["schemas"]["DeviceStatusDto"];
            binding: components["schemas"]["DeviceBindingDto"];
            platform: string;
            model: string;
            receiptSeries: string | null;
            idleLockMinutes: number | null;
            linkedAt: components["schemas"]["Timestamp"];
            linkedBy: string;
            lockedAt: components["schemas"]["Timestamp"] | null;
            lockReason: string | null;
            unlinkedAt: components["schemas"]["Timestamp"] | null;
            unlinkReason: string | null;
            suspectedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        DeviceSearch: string;
        DeviceSerial: string;
        DeviceStateResponse: {
            lastSeenAt: components["schemas"]["Timestamp"];
            appVersion: string;
            queueDepth: number;
            oldestQueuedAt: components["schemas"]["Timestamp"] | null;
            battery: number | null;
            charging: boolean | null;
            clockSkewMs: number | null;
            network: string | null;
            lastSyncAt: components["schemas"]["Timestamp"] | null;
            configurationRevision: number;
            configurationInUse: number | null;
            machines: number;
        };
        /** @enum {string} */
        DeviceStatusDto: "active" | "locked" | "unlinked";
        DigitCount: number;
        DiningTableArea: string;
        DiningTableName: string;
        DiningTablePosition: number;
        DiningTableSeats: number;
        /** @enum {string} */
        DiscountCategoryName: "discount" | "comp" | "employee_meal" | "waste";
        DiscountRequest: {
            id?: components["schemas"]["Uuid"];
            lineId?: components["schemas"]["Uuid"];
            percent?: components["schemas"]["DecimalString"];
            amount?: components["schemas"]["MoneyDto"];
            /** @enum {boolean} */
            comp?: true;
            category?: components["schemas"]["DiscountCategoryName"];
            reason: components["schemas"]["ReasonText"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DiscountResponse: {
            id: components["schemas"]["Uuid"];
            lineId: components["schemas"]["Uuid"] | null;
            percent?: components["schemas"]["DecimalString"];
            amount?: components["schemas"]["MoneyDto"];
            /** @enum {boolean} */
            comp?: true;
            /** @enum {string} */
            category: "discount" | "comp" | "employee_meal" | "waste";
            reason: string;
            givenBy: string;
            givenAt: components["schemas"]["Timestamp"];
        };
        DiscountsResponse: {
            data: components["schemas"]["DiscountResponse"][];
        };
        /** @enum {string} */
        DiscoveryOutcomeDto: "found" | "known" | "unknown" | "distrusted" | "unusable" | "unanswered";
        DrawerChangeTrayRequest: {
            name?: components["schemas"]["DrawerName"];
            owner?: components["schemas"]["DrawerPersonId"] | null;
            active?: boolean;
        };
        DrawerCountRequest: {
            denominations?: components["schemas"]["CountedPiecesDto"][];
            counted?: components["schemas"]["MoneyDto"];
        };
        DrawerCountResponse: {
            kind: string;
            total: components["schemas"]["MoneyDto"];
            denominations: components["schemas"]["CountedPiecesDto"][] | null;
            blind: boolean;
            expected: components["schemas"]["MoneyDto"] | null;
            variance: components["schemas"]["MoneyDto"] | null;
            countedBy: string;
            at: components["schemas"]["Timestamp"];
        };
        DrawerDefineTrayRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: components["schemas"]["DrawerName"];
            owner?: components["schemas"]["DrawerPersonId"] | null;
        };
        DrawerDeviceName: string;
        DrawerEntryResponse: {
            id: components["schemas"]["Uuid"];
            sessionId: components["schemas"]["Uuid"] | null;
            kind: string;
            amount: components["schemas"]["MoneyDto"] | null;
            balance: components["schemas"]["MoneyDto"] | null;
            debitAccount: string;
            creditAccount: string;
            orderId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            refundId: components["schemas"]["Uuid"] | null;
            reason: string | null;
            category: string | null;
            receiptReference: string | null;
            person: string | null;
            approvedBy: string | null;
            actor: string;
            at: components["schemas"]["Timestamp"];
            businessDate: string;
            late: boolean;
        };
        DrawerHandoverRequest: {
            cashierId: components["schemas"]["DrawerPersonId"];
            count?: components["schemas"]["DrawerCountRequest"];
        };
        DrawerHowOften: number;
        DrawerMoreUnits: number;
        DrawerName: string;
        DrawerNoSaleRequest: {
            reason: components["schemas"]["DrawerReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerPaidInRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["DrawerReason"];
            category?: components["schemas"]["DrawerWord"];
            receiptReference?: components["schemas"]["DrawerWord"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerPaidOutRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["DrawerReason"];
            category: string;
            receiptReference: components["schemas"]["DrawerWord"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerPersonId: string;
        DrawerPolicyRequest: {
            sessionRequired?: boolean;
            varianceLimit?: components["schemas"]["DrawerSomeUnits"];
            cashLimit?: components["schemas"]["DrawerMoreUnits"] | null;
            denominations?: components["schemas"]["DrawerMoreUnits"][] | null;
            blindCount?: boolean;
            forcedCountEvery?: components["schemas"]["ForcedCountEveryDto"];
            floatDefault?: components["schemas"]["DrawerSomeUnits"];
        };
        DrawerPolicyResponse: {
            outletId: components["schemas"]["Uuid"];
            currency: string;
            sessionRequired: boolean;
            varianceLimit: components["schemas"]["MinorUnits"];
            cashLimit: components["schemas"]["MinorUnits"] | null;
            denominations: components["schemas"]["MinorUnits"][];
            blindCount: boolean;
            forcedCountEvery: components["schemas"]["ForcedCountEveryDto"];
            floatDefault: components["schemas"]["MinorUnits"];
            version: number;
        };
        DrawerReason: string;
        DrawerResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            deviceId: string | null;
            active: boolean;
            sessions: number;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
        };
        DrawerSessionResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            drawerId: components["schemas"]["Uuid"];
            trayId: components["schemas"]["Uuid"] | null;
            deviceId: string | null;
            cashierId: string;
            number: number;
            currency: components["schemas"]["CurrencyCode"];
            businessDate: string;
            status: components["schemas"]["DrawerSessionStatus"];
            blind: boolean;
            openedAt: components["schemas"]["Timestamp"];
            openedBy: string;
            noSales: number;
            countForcedAt: components["schemas"]["Timestamp"] | null;
            countForcedBecause: string | null;
            countStartedAt: components["schemas"]["Timestamp"] | null;
            countStartedBy: string | null;
            closedAt: components["schemas"]["Timestamp"] | null;
            closedBy: string | null;
            expected: components["schemas"]["MoneyDto"] | null;
            counted: components["schemas"]["MoneyDto"] | null;
            variance: components["schemas"]["MoneyDto"] | null;
            keptFloat: components["schemas"]["MoneyDto"] | null;
            varianceState: components["schemas"]["DrawerVarianceState"];
            varianceDecidedBy: string | null;
            varianceDecidedAt: components["schemas"]["Timestamp"] | null;
            varianceReason: string | null;
            varianceApprovedBy: string | null;
            version: number;
        };
        /** @enum {string} */
        DrawerSessionStatus: "open" | "counting" | "closed";
        DrawerSkimRequest: {
            amount: components["schemas"]["MoneyDto"];
            reason?: components["schemas"]["DrawerReason"];
            bag?: components["schemas"]["DrawerWord"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerSomeUnits: number;
        DrawerSwapTrayRequest: {
            trayId: components["schemas"]["Uuid"] | null;
            count: components["schemas"]["DrawerCountRequest"];
        };
        DrawerTipOutRequest: {
            amount: components["schemas"]["MoneyDto"];
            person: components["schemas"]["DrawerPersonId"];
            reason: components["schemas"]["DrawerReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerTransferRequest: {
            toSessionId: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["DrawerReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerTrayResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            owner: string | null;
            active: boolean;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
        };
        /** @enum {string} */
        DrawerVarianceState: "none" | "pending" | "approved" | "rejected";
        DrawerVarianceVerdictRequest: {
            reason: components["schemas"]["DrawerReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        DrawerWord: string;
        EditEntriesRequest: {
            set?: components["schemas"]["PricebookEntry"][];
            remove?: string[];
        };
        EffectivePriceResponse: {
            sku: string;
            name: string;
            category: string;
            at: components["schemas"]["Timestamp"];
            listPrice: components["schemas"]["MoneyDto"];
            steps: components["schemas"]["EffectivePriceStep"][];
            price: components["schemas"]["MoneyDto"];
            passedOver: components["schemas"]["PassedOverPricebook"][];
        };
        EffectivePriceStep: {
            pricebookId: components["schemas"]["Uuid"];
            name: string;
            version: number;
            effect: components["schemas"]["PriceEffectResponse"];
            /** @enum {string} */
            by: "entry" | "category" | "all";
            reason: string;
            price: components["schemas"]["MoneyDto"];
        };
        EffectiveTenderResponse: {
            code: string;
            name: string;
            kind: components["schemas"]["TenderKindName"];
            provider: string | null;
            surcharge: components["schemas"]["TenderSurcharge"] | null;
            referenceRequired: boolean;
            minimum: components["schemas"]["MoneyDto"] | null;
            maximum: components["schemas"]["MoneyDto"] | null;
            refundable: boolean;
            on: boolean;
            /** @enum {string} */
            from: "built_in" | "tenant" | "outlet";
        };
        EffectiveTendersResponse: {
            outletId: components["schemas"]["Uuid"];
            tenders: components["schemas"]["EffectiveTenderResponse"][];
        };
        EmailAddress: string;
        EndOfRange: string;
        EndSessionsRequest: {
            personId?: components["schemas"]["Uuid"];
            deviceId?: components["schemas"]["Uuid"];
            outletId?: components["schemas"]["Uuid"];
            reason: components["schemas"]["SessionReason"];
        };
        EndedSessionsResponse: {
            data: components["schemas"]["SessionResponse"][];
        };
        EnrolRequest: {
            id?: components["schemas"]["Uuid"];
            customerId: components["schemas"]["CustomerReference"];
            groups?: components["schemas"]["Words"];
            entitlements?: components["schemas"]["Words"];
        };
        EntryHandlingDto: {
            /** @enum {string} */
            act: "received" | "retried" | "released" | "discarded";
            at: components["schemas"]["Timestamp"];
            by: string;
            reason: string | null;
            before: components["schemas"]["SyncEntryStatusDto"] | null;
            after: components["schemas"]["SyncEntryStatusDto"];
            code: string | null;
        };
        EntryNumber: number;
        EventTypePattern: string;
        EvidenceResponse: {
            note: string;
            by: string;
            at: components["schemas"]["Timestamp"];
        };
        ExchangeOrderRequest: {
            id?: components["schemas"]["Uuid"];
            channel?: components["schemas"]["OrderChannel"];
            lines: components["schemas"]["LineRequest"][];
            promoCodes?: components["schemas"]["ReferenceText"][];
            customerId?: components["schemas"]["ReferenceText"] | null;
            note?: components["schemas"]["NoteText"] | null;
            discounts?: components["schemas"]["DiscountRequest"][];
            tip?: components["schemas"]["MoneyDto"];
            payments?: components["schemas"]["PaymentRequest"][];
            complete?: boolean;
        };
        ExchangeRequest: {
            id?: components["schemas"]["Uuid"];
            lines: components["schemas"]["RefundLineRequest"][];
            reason: components["schemas"]["ReasonText"];
            order: components["schemas"]["ExchangeOrderRequest"];
            drawerSessionId?: components["schemas"]["Uuid"];
            approvalId?: components["schemas"]["Uuid"];
        };
        ExchangeResponse: {
            order: components["schemas"]["OrderResponse"];
            returned: components["schemas"]["OrderResponse"];
        };
        ExplainDifferenceRequest: {
            reason: string;
        };
        ExplanationResponse: {
            orderId: components["schemas"]["Uuid"];
            engineVersion: string;
            inputHash: string;
            total: components["schemas"]["MoneyDto"];
            explanation: components["schemas"]["ExplanationStep"][];
        };
        ExplanationSource: {
            /** @enum {string} */
            kind: "pricebook" | "promotion" | "manual" | "modifier" | "combo" | "override";
            id: string;
            version?: number;
            name: string;
            code?: string;
        };
        ExplanationStep: {
            /** @enum {string} */
            rule: "unit_price" | "list_price" | "price_override" | "pricebook" | "modifier" | "floor_at_zero" | "tax_switch" | "tax_exemption" | "combo_price" | "combo_allocation" | "combo_upcharge" | "line_amount" | "discount" | "discount_allocation" | "service_charge" | "service_charge_allocation" | "tax" | "tax_allocation" | "tip" | "cash_rounding";
            lineId?: string;
            tax?: string;
            source?: components["schemas"]["ExplanationSource"];
            base: components["schemas"]["MoneyDto"];
            rate?: string;
            quantity?: string;
            rounding: string;
            amount: components["schemas"]["MoneyDto"];
            adds: components["schemas"]["MoneyDto"];
            detail: string;
        };
        ExtendGiftCardRequest: {
            expiresAt: components["schemas"]["Timestamp"] | null;
            reason: components["schemas"]["GiftCardReason"];
        };
        ExtendLicenceRequest: {
            paidUntil: components["schemas"]["Timestamp"];
            reason?: components["schemas"]["LicenceReason"] | null;
        };
        FigureCount: number;
        FireLineRequest: {
            lineId: components["schemas"]["Uuid"];
            quantity?: components["schemas"]["DecimalString"];
        };
        FireRequest: {
            lines?: components["schemas"]["FireLineRequest"][];
        };
        FleetDeviceResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            kind: components["schemas"]["DeviceKindDto"];
            serial: string | null;
            status: components["schemas"]["DeviceStatusDto"];
            binding: components["schemas"]["DeviceBindingDto"];
            platform: string;
            model: string;
            receiptSeries: string | null;
            idleLockMinutes: number | null;
            linkedAt: components["schemas"]["Timestamp"];
            linkedBy: string;
            lockedAt: components["schemas"]["Timestamp"] | null;
            lockReason: string | null;
            unlinkedAt: components["schemas"]["Timestamp"] | null;
            unlinkReason: string | null;
            suspectedAt: components["schemas"]["Timestamp"] | null;
            version: number;
            health: components["schemas"]["DeviceHealthDto"] | null;
            state: components["schemas"]["DeviceStateResponse"];
        };
        ForcedCountEveryDto: {
            sales?: components["schemas"]["DrawerHowOften"] | null;
            minutes?: components["schemas"]["DrawerHowOften"] | null;
        };
        GiftCardAmount: {
            amount: components["schemas"]["GiftCardUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        GiftCardCode: string;
        /** @enum {string} */
        GiftCardKind: "gift_card" | "voucher";
        GiftCardLiabilityResponse: {
            at: components["schemas"]["Timestamp"];
            from: components["schemas"]["Timestamp"] | null;
            data: components["schemas"]["GiftCardLiabilityRow"][];
        };
        GiftCardLiabilityRow: {
            currency: components["schemas"]["CurrencyCode"];
            kind: components["schemas"]["GiftCardKind"];
            openCards: number;
            balance: components["schemas"]["MoneyDto"];
            opening: components["schemas"]["MoneyDto"];
            issuedCards: number;
            activated: components["schemas"]["MoneyDto"];
            reloaded: components["schemas"]["MoneyDto"];
            redeemed: components["schemas"]["MoneyDto"];
            refunded: components["schemas"]["MoneyDto"];
            reversed: components["schemas"]["MoneyDto"];
            transferred: components["schemas"]["MoneyDto"];
            adjusted: components["schemas"]["MoneyDto"];
            expired: components["schemas"]["MoneyDto"];
            forfeited: components["schemas"]["MoneyDto"];
            breakage: components["schemas"]["MoneyDto"];
        };
        GiftCardReason: string;
        GiftCardReasonRequest: {
            reason: components["schemas"]["GiftCardReason"];
        };
        GiftCardRequest: {
            code: components["schemas"]["CardCode"];
        };
        GiftCardResponse: {
            id: components["schemas"]["Uuid"];
            kind: components["schemas"]["GiftCardKind"];
            last4: string;
            status: components["schemas"]["GiftCardStatus"];
            balance: components["schemas"]["MoneyDto"];
            initial: components["schemas"]["MoneyDto"];
            singleUse: boolean;
            expiresAt: components["schemas"]["Timestamp"] | null;
            issuedAt: components["schemas"]["Timestamp"];
            activatedAt: components["schemas"]["Timestamp"] | null;
            outletId: components["schemas"]["Uuid"] | null;
            orderId: string | null;
            customerId: string | null;
            version: number;
        };
        /** @enum {string} */
        GiftCardStatus: "inactive" | "active" | "blocked" | "expired" | "closed";
        GiftCardTransactionResponse: {
            number: number;
            kind: string;
            amount: components["schemas"]["MoneyDto"];
            balance: components["schemas"]["MoneyDto"];
            at: components["schemas"]["Timestamp"];
            reason: string | null;
            outletId: components["schemas"]["Uuid"] | null;
            orderId: components["schemas"]["Uuid"] | null;
            lineId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            refundId: components["schemas"]["Uuid"] | null;
            otherCardId: components["schemas"]["Uuid"] | null;
            actor: string;
        };
        GiftCardTransferResponse: {
            from: components["schemas"]["GiftCardResponse"];
            to: components["schemas"]["GiftCardResponse"];
        };
        GiftCardUnits: number;
        GiftCardValueRequest: {
            amount: components["schemas"]["GiftCardAmount"];
            reason: components["schemas"]["GiftCardReason"];
        };
        GrantRenewalRequest: {
            expiresAt?: components["schemas"]["Timestamp"] | null;
            note?: components["schemas"]["AuditReason"];
        };
        GroupModifierRequest: {
            id?: components["schemas"]["Uuid"];
            code: string;
            name: string;
            price: components["schemas"]["MoneyDto"];
            prices?: components["schemas"]["SizePricesDto"];
            default?: boolean;
            maxQuantity?: components["schemas"]["ChoiceCount"] | null;
            active?: boolean;
            allergens?: components["schemas"]["AllergenDto"][];
            groups?: string[];
        };
        GroupModifierResponse: {
            id: components["schemas"]["Uuid"];
            code: string;
            name: string;
            price: components["schemas"]["MoneyDto"];
            prices: components["schemas"]["SizePricesDto"];
            default: boolean;
            maxQuantity: components["schemas"]["ChoiceCount"] | null;
            active: boolean;
            allergens: components["schemas"]["AllergenDto"][];
            groups: string[];
        };
        HandInDepositRequest: {
            reference?: components["schemas"]["DrawerWord"];
        };
        HeaderMap: {
            [key: string]: string;
        };
        HexColour: string;
        HireRequest: {
            id?: components["schemas"]["Uuid"];
            staffNumber?: components["schemas"]["StaffNumber"];
            displayName: components["schemas"]["StaffName"];
            firstName?: components["schemas"]["StaffName"] | null;
            lastName?: components["schemas"]["StaffName"] | null;
            email?: components["schemas"]["StaffEmail"] | null;
            phone?: components["schemas"]["StaffPhone"] | null;
            locale?: components["schemas"]["StaffLanguage"] | null;
            note?: string | null;
            userId?: components["schemas"]["StaffUserId"] | null;
            assignments?: components["schemas"]["StaffAssignmentRequest"][];
        };
        HouseAccountAgeing: {
            days0To30: components["schemas"]["MoneyDto"];
            days31To60: components["schemas"]["MoneyDto"];
            days61To90: components["schemas"]["MoneyDto"];
            over90: components["schemas"]["MoneyDto"];
            overdue: components["schemas"]["MoneyDto"];
        };
        HouseAccountBalanceRow: {
            currency: components["schemas"]["CurrencyCode"];
            accounts: number;
            owed: components["schemas"]["MoneyDto"];
            credit: components["schemas"]["MoneyDto"];
            limits: components["schemas"]["MoneyDto"];
        };
        HouseAccountBalancesResponse: {
            data: components["schemas"]["HouseAccountBalanceRow"][];
        };
        /** @enum {string} */
        HouseAccountEntryKind: "charge" | "refund" | "payment" | "adjust";
        HouseAccountEntryResponse: {
            number: number;
            kind: components["schemas"]["HouseAccountEntryKind"];
            amount: components["schemas"]["MoneyDto"];
            balance: components["schemas"]["MoneyDto"];
            at: components["schemas"]["Timestamp"];
            reason: string | null;
            outletId: components["schemas"]["Uuid"] | null;
            orderId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            refundId: components["schemas"]["Uuid"] | null;
            tender: components["schemas"]["HouseAccountTender"] | null;
            reference: string | null;
            drawerSessionId: components["schemas"]["Uuid"] | null;
        };
        HouseAccountLimit: {
            amount: components["schemas"]["HouseAccountLimitUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        HouseAccountLimitUnits: number;
        HouseAccountName: string;
        HouseAccountNumber: string;
        HouseAccountOutlets: components["schemas"]["Uuid"][];
        HouseAccountPaymentResponse: {
            account: components["schemas"]["HouseAccountResponse"];
            entry: components["schemas"]["HouseAccountEntryResponse"];
        };
        HouseAccountReason: string;
        HouseAccountReasonRequest: {
            reason: components["schemas"]["HouseAccountReason"];
        };
        HouseAccountRecordedEntryResponse: {
            number: number;
            kind: components["schemas"]["HouseAccountEntryKind"];
            amount: components["schemas"]["MoneyDto"];
            balance: components["schemas"]["MoneyDto"];
            at: components["schemas"]["Timestamp"];
            reason: string | null;
            outletId: components["schemas"]["Uuid"] | null;
            orderId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            refundId: components["schemas"]["Uuid"] | null;
            tender: components["schemas"]["HouseAccountTender"] | null;
            reference: string | null;
            drawerSessionId: components["schemas"]["Uuid"] | null;
            actor: string;
        };
        HouseAccountRequest: {
            account: components["schemas"]["ReferenceText"];
        };
        HouseAccountResponse: {
            id: components["schemas"]["Uuid"];
            number: string;
            name: string;
            customerId: string | null;
            status: components["schemas"]["HouseAccountStatusName"];
            statusReason: string | null;
            limit: components["schemas"]["MoneyDto"];
            balance: components["schemas"]["MoneyDto"];
            available: components["schemas"]["MoneyDto"];
            termsDays: components["schemas"]["HouseAccountTermsDays"];
            outletIds: components["schemas"]["Uuid"][] | null;
            openedAt: components["schemas"]["Timestamp"];
            version: number;
        };
        HouseAccountStatementResponse: {
            account: components["schemas"]["HouseAccountResponse"];
            from: components["schemas"]["Timestamp"] | null;
            to: components["schemas"]["Timestamp"];
            opening: components["schemas"]["MoneyDto"];
            charged: components["schemas"]["MoneyDto"];
            refunded: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            adjusted: components["schemas"]["MoneyDto"];
            closing: components["schemas"]["MoneyDto"];
            ageing: components["schemas"]["HouseAccountAgeing"];
            entries: components["schemas"]["HouseAccountRecordedEntryResponse"][];
        };
        /** @enum {string} */
        HouseAccountStatusName: "open" | "blocked" | "closed";
        /** @enum {string} */
        HouseAccountTender: "cash" | "card" | "bank_transfer";
        HouseAccountTermsDays: number;
        HubDeviceHeadDto: {
            deviceId: components["schemas"]["Uuid"];
            highest: number;
            missing: components["schemas"]["HubRangeDto"][];
            key: components["schemas"]["HubKeyDto"] | null;
            first: number;
            firstPreviousHash: string;
        };
        HubDiskDto: {
            freeBytes: number;
            totalBytes: number;
        };
        HubEntriesResponse: {
            entries: components["schemas"]["HubEntryDto"][];
        };
        HubEntryDto: {
            id: components["schemas"]["Uuid"];
            sequence: number;
            at: components["schemas"]["Timestamp"];
            kind: string;
            body: {
                [key: string]: unknown;
            };
            actor: components["schemas"]["HubEntryPersonDto"];
            approver: components["schemas"]["HubEntryPersonDto"] | null;
            dependsOn: components["schemas"]["Uuid"][];
            previousHash: string;
            hash: string;
            signature: string;
        };
        HubEntryPersonDto: {
            personId: components["schemas"]["Uuid"];
            sessionId: components["schemas"]["Uuid"] | null;
        };
        HubKeyDto: {
            kty: string;
            crv: string;
            x: string;
            y?: string;
        };
        HubManifestResponse: {
            tables: components["schemas"]["HubTableDto"][];
            devices: components["schemas"]["HubDeviceHeadDto"][];
        };
        HubNamedDto: {
            id: components["schemas"]["Uuid"];
            name: string;
        };
        HubRangeDto: {
            from: number;
            to: number;
        };
        HubReplicaDto: {
            catalog: number;
            pricing: number;
            checkedAt: components["schemas"]["Timestamp"] | null;
        };
        HubRowsResponse: {
            rows: string[];
            next: string | null;
        };
        HubStatusResponse: {
            cloud: string;
            tenant: string;
            device: components["schemas"]["HubNamedDto"];
            outlet: components["schemas"]["HubNamedDto"];
            /** @enum {string} */
            uplink: "up" | "down" | "unknown";
            uplinkSince: components["schemas"]["Timestamp"] | null;
            replica: components["schemas"]["HubReplicaDto"];
            waiting: components["schemas"]["HubWaitingDto"][];
            lastRelayAt: components["schemas"]["Timestamp"] | null;
            disk: components["schemas"]["HubDiskDto"];
            databaseBytes: number;
            certificateEndsAt: components["schemas"]["Timestamp"] | null;
        };
        HubTableDto: {
            table: string;
            digest: string;
        };
        HubWaitingDto: {
            deviceId: components["schemas"]["Uuid"];
            entries: number;
        };
        IdentityPolicyRequest: {
            passwords: boolean;
            totpRequiredFor: components["schemas"]["DemandingRole"][];
            passwordMinLength: number;
        };
        IdentityPolicyResponse: {
            passwords: boolean;
            totpRequiredFor: string[];
            passwordMinLength: number;
            updatedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        IdentityReason: string;
        ImportResponse: {
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            status: "running" | "succeeded" | "failed";
            /** @enum {string} */
            format: "csv" | "json";
            total: components["schemas"]["RowCount"];
            done: components["schemas"]["RowCount"];
            created: components["schemas"]["RowCount"];
            updated: components["schemas"]["RowCount"];
            unchanged: components["schemas"]["RowCount"];
            rejected: components["schemas"]["RowCount"];
            failure: string | null;
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
            errors: components["schemas"]["RowErrorResponse"][];
        };
        ImportStaffRequest: {
            staff: components["schemas"]["HireRequest"][];
        };
        ImportSummary: {
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            status: "running" | "succeeded" | "failed";
            /** @enum {string} */
            format: "csv" | "json";
            total: components["schemas"]["RowCount"];
            done: components["schemas"]["RowCount"];
            created: components["schemas"]["RowCount"];
            updated: components["schemas"]["RowCount"];
            unchanged: components["schemas"]["RowCount"];
            rejected: components["schemas"]["RowCount"];
            failure: string | null;
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
        };
        ImportedStaffResponse: {
            data: components["schemas"]["StaffResponse"][];
        };
        InboxDeadLetterResponse: {
            id: components["schemas"]["Uuid"];
            source: string;
            eventId: string;
            type: string | null;
            envelope: string;
            truncated: boolean;
            reason: string;
            attempts: number;
            status: components["schemas"]["InboxDeadLetterStatus"];
            receivedAt: components["schemas"]["Timestamp"];
            redrivenAt: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        InboxDeadLetterStatus: "dead" | "redriven";
        /** @enum {string} */
        IndustryDto: "cafe" | "restaurant" | "retail" | "salon" | "pharmacy" | "kiosk" | "web";
        InvariantDay: string;
        InvariantResult: {
            code: string;
            title: string;
            advice: string;
            checked: number;
            violations: number;
            examples: components["schemas"]["InvariantViolation"][];
        };
        InvariantViolation: {
            subject: string;
            expected: string;
            actual: string;
        };
        InvariantsResponse: {
            checkedAt: components["schemas"]["Timestamp"];
            invariants: components["schemas"]["InvariantResult"][];
            violations: number;
        };
        InviteLoginRequest: {
            personId: components["schemas"]["Uuid"];
        };
        IssueGiftCardsRequest: {
            kind: components["schemas"]["GiftCardKind"];
            currency: components["schemas"]["CurrencyCode"];
            count?: number;
            codes?: components["schemas"]["GiftCardCode"][];
            amount?: components["schemas"]["GiftCardAmount"];
            activateBecause?: components["schemas"]["GiftCardReason"];
            singleUse?: boolean;
            expiresAt?: components["schemas"]["Timestamp"] | null;
            outletId?: components["schemas"]["Uuid"] | null;
            customerId?: string | null;
        };
        IssuePromoCodesRequest: {
            code?: string;
            count?: components["schemas"]["PromotionInteger"];
            prefix?: string;
            length?: components["schemas"]["PromotionInteger"];
            usesMax?: components["schemas"]["PromotionInteger"] | null;
            usesPerCustomerMax?: components["schemas"]["PromotionInteger"] | null;
            validTo?: components["schemas"]["Timestamp"] | null;
        };
        IssuedApiKeyResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            /** @enum {string} */
            status: "active" | "revoked";
            hint: string;
            permissions: components["schemas"]["Permission"][];
            outlets: components["schemas"]["Uuid"][] | null;
            expiresAt: components["schemas"]["Timestamp"] | null;
            revokedAt: components["schemas"]["Timestamp"] | null;
            lastUsedAt: components["schemas"]["Timestamp"] | null;
            revokedBy: string | null;
            revokeReason: string | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
            key: string | null;
        };
        IssuedGiftCardResponse: {
            id: components["schemas"]["Uuid"];
            kind: components["schemas"]["GiftCardKind"];
            last4: string;
            status: components["schemas"]["GiftCardStatus"];
            balance: components["schemas"]["MoneyDto"];
            initial: components["schemas"]["MoneyDto"];
            singleUse: boolean;
            expiresAt: components["schemas"]["Timestamp"] | null;
            issuedAt: components["schemas"]["Timestamp"];
            activatedAt: components["schemas"]["Timestamp"] | null;
            outletId: components["schemas"]["Uuid"] | null;
            orderId: string | null;
            customerId: string | null;
            version: number;
            code: string | null;
        };
        IssuedGiftCardsResponse: {
            cards: components["schemas"]["IssuedGiftCardResponse"][];
        };
        IssuedPromoCodesResponse: {
            promotionId: components["schemas"]["Uuid"];
            batchId: components["schemas"]["Uuid"];
            count: components["schemas"]["PromotionInteger"];
            codes: string[];
        };
        ItemComboResponse: {
            itemId: components["schemas"]["Uuid"];
            pricing: components["schemas"]["ComboPricingResponse"];
            slots: components["schemas"]["ComboSlotResponse"][];
            version: number;
        };
        ItemCount: number;
        /** @enum {string} */
        ItemKindDto: "product" | "combo" | "gift_card";
        ItemModifiersResponse: {
            itemId: components["schemas"]["Uuid"];
            sku: string;
            size: string | null;
            groups: components["schemas"]["OfferedModifierGroupResponse"][];
        };
        ItemResponse: {
            id: components["schemas"]["Uuid"];
            sku: string;
            name: string;
            category: string;
            price: components["schemas"]["MoneyDto"];
            taxCategory: string;
            barcode: string | null;
            barcodes: string[];
            unit: string;
            active: boolean;
            kind: components["schemas"]["ItemKindDto"];
            openPrice: boolean;
            discountable: boolean;
            minimumAge: components["schemas"]["Age"] | null;
            plu: string | null;
            /** @enum {string} */
            measure: "each" | "weight" | "volume" | "length";
            tare: components["schemas"]["DecimalString"] | null;
            variantOf: components["schemas"]["VariantDto"] | null;
            allergens: components["schemas"]["AllergenDto"][];
            nutrition: components["schemas"]["NutritionDto"] | null;
            images: string[];
            description: string | null;
            channels: components["schemas"]["ChannelDto"][] | null;
            schedule: components["schemas"]["ItemScheduleDto"] | null;
            version: number;
            deletedAt: components["schemas"]["Timestamp"] | null;
        };
        ItemScheduleDto: {
            startsOn?: string | null;
            endsOn?: string | null;
            windows: components["schemas"]["ItemScheduleWindowDto"][];
        };
        ItemScheduleWindowDto: {
            weekdays: components["schemas"]["ItemWeekday"][];
            from: string;
            to: string;
        };
        ItemWeekday: number;
        JobName: string;
        JobShareDto: {
            job: string;
            weight: string;
        };
        /** @enum {string} */
        LabelPresetDto: "SE" | "NO" | "GB" | "US";
        LabelRuleDto: {
            prefix: string;
            /** @enum {string} */
            kind: "weight" | "price" | "count";
            decimals: components["schemas"]["DigitCount"];
            itemDigits: components["schemas"]["DigitCount"];
            valueDigits: components["schemas"]["DigitCount"];
            /** @enum {string} */
            valueCheckDigit?: "none" | "four" | "five";
            /** @enum {string} */
            unit?: "kg" | "g" | "lb" | "oz";
        };
        LabelRulesResponse: {
            preset: components["schemas"]["LabelPresetDto"] | null;
            rules: components["schemas"]["LabelRuleDto"][];
            changedBy: string | null;
            changedAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        /** @enum {string} */
        LiabilityFormat: "json" | "csv";
        LicenceDay: string;
        LicenceEntitlementDto: {
            /** @enum {string} */
            thing: "outlets" | "devices" | "staff" | "integrations";
            used: number;
            limit: components["schemas"]["PlanCount"] | null;
        };
        LicenceFeaturesDto: {
            [key: string]: boolean;
        };
        LicenceFlagsDto: {
            [key: string]: boolean;
        };
        LicenceFlagsRequest: {
            flags: components["schemas"]["LicenceFlagsDto"];
        };
        LicenceInvoiceLineDto: {
            /** @enum {string} */
            kind: "base" | "outlets" | "overage";
            quantity: number;
            unitPrice: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
        };
        LicenceInvoiceResponse: {
            id: components["schemas"]["Uuid"];
            business: string;
            period: string;
            plan: string;
            lines: components["schemas"]["LicenceInvoiceLineDto"][];
            total: components["schemas"]["MoneyDto"];
            status: components["schemas"]["LicenceInvoiceStatus"];
            reference: string | null;
            error: string | null;
            issuedAt: components["schemas"]["Timestamp"];
            sentAt: components["schemas"]["Timestamp"] | null;
            paidAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        /** @enum {string} */
        LicenceInvoiceStatus: "draft" | "sent" | "failed" | "paid";
        LicenceMonthDto: {
            from: string;
            orders: number;
            included: components["schemas"]["PlanCount"] | null;
            overage: components["schemas"]["MoneyDto"];
        };
        LicenceOverrideDto: {
            name: string;
            value: (boolean | components["schemas"]["PlanCount"]) | null;
            reason: string;
            endsAt: components["schemas"]["Timestamp"] | null;
        };
        LicenceOverrideRequest: {
            name: string;
            value: (boolean | components["schemas"]["PlanCount"]) | null;
            reason: components["schemas"]["LicenceReason"];
            endsAt?: components["schemas"]["Timestamp"] | null;
        };
        LicenceReason: string;
        LicenceReasonRequest: {
            reason: components["schemas"]["LicenceReason"];
        };
        LicenceResponse: {
            plan: components["schemas"]["PlanTermsDto"] | null;
            status: components["schemas"]["LicenceStatus"];
            since: components["schemas"]["Timestamp"] | null;
            paidUntil: components["schemas"]["Timestamp"] | null;
            graceUntil: components["schemas"]["Timestamp"] | null;
            ordersUntil: components["schemas"]["Timestamp"] | null;
            revokedAt: components["schemas"]["Timestamp"] | null;
            revokedReason: string | null;
            cancelledAt: components["schemas"]["Timestamp"] | null;
            cancelledReason: string | null;
            entitlements: components["schemas"]["LicenceEntitlementDto"][];
            features: components["schemas"]["LicenceFeaturesDto"];
            flags: components["schemas"]["LicenceFlagsDto"];
            overrides: components["schemas"]["LicenceOverrideDto"][];
            month: components["schemas"]["LicenceMonthDto"];
            /** @enum {string} */
            source: "local" | "remote";
            lastHeardAt: components["schemas"]["Timestamp"] | null;
            stale: boolean;
            version: number;
        };
        LicenceStateResponse: {
            plan: string;
            /** @enum {string} */
            status: "trial" | "active" | "past_due" | "grace" | "expired" | "revoked" | "cancelled";
            since: components["schemas"]["Timestamp"];
            paidUntil: components["schemas"]["Timestamp"] | null;
            graceUntil: components["schemas"]["Timestamp"] | null;
            ordersUntil: components["schemas"]["Timestamp"] | null;
            revokedAt: components["schemas"]["Timestamp"] | null;
            cancelledAt: components["schemas"]["Timestamp"] | null;
            overrides: components["schemas"]["LicenceOverrideDto"][];
            flags: components["schemas"]["LicenceFlagsDto"];
            /** @enum {string} */
            source: "local" | "remote";
            version: number;
        };
        /** @enum {string} */
        LicenceStatus: "unlimited" | "trial" | "active" | "past_due" | "grace" | "expired" | "revoked" | "cancelled";
        LicenceUsageDto: {
            day: string;
            orders: number;
            outlets: number;
            devices: number;
            staff: number;
            integrations: number;
            storedOrders: number;
            takenAt: components["schemas"]["Timestamp"];
        };
        LiftLockRequest: {
            reason: components["schemas"]["SessionReason"];
        };
        LineRequest: {
            id?: components["schemas"]["Uuid"];
            sku: components["schemas"]["Sku"];
            quantity?: components["schemas"]["DecimalString"];
            modifiers?: (components["schemas"]["ReferenceText"] | components["schemas"]["ModifierRequest"])[];
            components?: components["schemas"]["ComponentRequest"][];
            note?: components["schemas"]["NoteText"] | null;
            unitPrice?: components["schemas"]["MoneyDto"];
            priceOverride?: components["schemas"]["PriceOverrideRequest"];
            giftCardCode?: components["schemas"]["CardCode"];
        };
        LineResponse: {
            id: components["schemas"]["Uuid"];
            sku: string;
            name: string;
            quantity: components["schemas"]["DecimalString"];
            unitPrice: components["schemas"]["MoneyDto"];
            gross: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
            note: string | null;
            modifiers: components["schemas"]["ModifierResponse"][];
            taxes: components["schemas"]["TaxResponse"][];
            refundedQuantity: components["schemas"]["DecimalString"];
            discounts: components["schemas"]["AppliedDiscountResponse"][];
            serviceCharge: components["schemas"]["MoneyDto"];
            combo: components["schemas"]["ComboResponse"] | null;
            giftCard: components["schemas"]["SoldGiftCardResponse"] | null;
            firedQuantity: components["schemas"]["DecimalString"];
            firedAt: components["schemas"]["Timestamp"] | null;
        };
        LinkCodeResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            kind: components["schemas"]["DeviceKindDto"];
            name: string;
            serial: string | null;
            status: components["schemas"]["LinkCodeStatusDto"];
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            deviceId: components["schemas"]["Uuid"] | null;
        };
        /** @enum {string} */
        LinkCodeStatusDto: "open" | "used" | "withdrawn" | "expired";
        /** @enum {string} */
        LinkMessage: "sent" | "failed" | "none";
        LinkResponse: {
            personId: components["schemas"]["Uuid"];
            email: string;
            until: components["schemas"]["Timestamp"];
            message: components["schemas"]["LinkMessage"] | null;
            token: string | null;
        };
        LinkToken: string;
        ListResponse_ApiKeyResponse_: {
            data: components["schemas"]["ApiKeyResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ApiKeyRevocationResponse_: {
            data: components["schemas"]["ApiKeyRevocationResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ApprovalResponse_: {
            data: components["schemas"]["ApprovalResponse"][];
            nextCursor: string | null;
        };
        ListResponse_AuditEntryResponse_: {
            data: components["schemas"]["AuditEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_AvailabilityResponse_: {
            data: components["schemas"]["AvailabilityResponse"][];
            nextCursor: string | null;
        };
        ListResponse_BankDepositResponse_: {
            data: components["schemas"]["BankDepositResponse"][];
            nextCursor: string | null;
        };
        ListResponse_BusinessActivityResponse_: {
            data: components["schemas"]["BusinessActivityResponse"][];
            nextCursor: string | null;
        };
        ListResponse_CategoryResponse_: {
            data: components["schemas"]["CategoryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ChargeResponse_: {
            data: components["schemas"]["ChargeResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ChargebackResponse_: {
            data: components["schemas"]["ChargebackResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DeadLetterResponse_: {
            data: components["schemas"]["DeadLetterResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DeviceCommandResponse_: {
            data: components["schemas"]["DeviceCommandResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DeviceHappeningResponse_: {
            data: components["schemas"]["DeviceHappeningResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DrawerEntryResponse_: {
            data: components["schemas"]["DrawerEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DrawerResponse_: {
            data: components["schemas"]["DrawerResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DrawerSessionResponse_: {
            data: components["schemas"]["DrawerSessionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_DrawerTrayResponse_: {
            data: components["schemas"]["DrawerTrayResponse"][];
            nextCursor: string | null;
        };
        ListResponse_FleetDeviceResponse_: {
            data: components["schemas"]["FleetDeviceResponse"][];
            nextCursor: string | null;
        };
        ListResponse_GiftCardResponse_: {
            data: components["schemas"]["GiftCardResponse"][];
            nextCursor: string | null;
        };
        ListResponse_GiftCardTransactionResponse_: {
            data: components["schemas"]["GiftCardTransactionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_HouseAccountRecordedEntryResponse_: {
            data: components["schemas"]["HouseAccountRecordedEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_HouseAccountResponse_: {
            data: components["schemas"]["HouseAccountResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ImportSummary_: {
            data: components["schemas"]["ImportSummary"][];
            nextCursor: string | null;
        };
        ListResponse_InboxDeadLetterResponse_: {
            data: components["schemas"]["InboxDeadLetterResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ItemResponse_: {
            data: components["schemas"]["ItemResponse"][];
            nextCursor: string | null;
        };
        ListResponse_LicenceInvoiceResponse_: {
            data: components["schemas"]["LicenceInvoiceResponse"][];
            nextCursor: string | null;
        };
        ListResponse_LicenceUsageDto_: {
            data: components["schemas"]["LicenceUsageDto"][];
            nextCursor: string | null;
        };
        ListResponse_LinkCodeResponse_: {
            data: components["schemas"]["LinkCodeResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ListedBusinessResponse_: {
            data: components["schemas"]["ListedBusinessResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ListedDrawerCountResponse_: {
            data: components["schemas"]["ListedDrawerCountResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ListedTableResponse_: {
            data: components["schemas"]["ListedTableResponse"][];
            nextCursor: string | null;
        };
        ListResponse_LoginResponse_: {
            data: components["schemas"]["LoginResponse"][];
            nextCursor: string | null;
        };
        ListResponse_MemberResponse_: {
            data: components["schemas"]["MemberResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ModifierGroupResponse_: {
            data: components["schemas"]["ModifierGroupResponse"][];
            nextCursor: string | null;
        };
        ListResponse_NoticeResponse_: {
            data: components["schemas"]["NoticeResponse"][];
            nextCursor: string | null;
        };
        ListResponse_OrderEventResponse_: {
            data: components["schemas"]["OrderEventResponse"][];
            nextCursor: string | null;
        };
        ListResponse_OrderSummaryResponse_: {
            data: components["schemas"]["OrderSummaryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_OutletDiscoveryResponse_: {
            data: components["schemas"]["OutletDiscoveryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_OutletResponse_: {
            data: components["schemas"]["OutletResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PaymentConnectionResponse_: {
            data: components["schemas"]["PaymentConnectionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PayoutResponse_: {
            data: components["schemas"]["PayoutResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PlanRequestResponse_: {
            data: components["schemas"]["PlanRequestResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PlanResponse_: {
            data: components["schemas"]["PlanResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PointEntryResponse_: {
            data: components["schemas"]["PointEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PoolRunResponse_: {
            data: components["schemas"]["PoolRunResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PricebookEntryResponse_: {
            data: components["schemas"]["PricebookEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PricebookResponse_: {
            data: components["schemas"]["PricebookResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PricebookVersionResponse_: {
            data: components["schemas"]["PricebookVersionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PromoCodeResponse_: {
            data: components["schemas"]["PromoCodeResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PromotionResponse_: {
            data: components["schemas"]["PromotionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PromotionUseResponse_: {
            data: components["schemas"]["PromotionUseResponse"][];
            nextCursor: string | null;
        };
        ListResponse_PromotionVersionResponse_: {
            data: components["schemas"]["PromotionVersionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ProviderRefundResponse_: {
            data: components["schemas"]["ProviderRefundResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ProvisioningBatchResponse_: {
            data: components["schemas"]["ProvisioningBatchResponse"][];
            nextCursor: string | null;
        };
        ListResponse_QueuedEntryResponse_: {
            data: components["schemas"]["QueuedEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_RegistrationResponse_: {
            data: components["schemas"]["RegistrationResponse"][];
            nextCursor: string | null;
        };
        ListResponse_RenewalResponse_: {
            data: components["schemas"]["RenewalResponse"][];
            nextCursor: string | null;
        };
        ListResponse_RoleResponse_: {
            data: components["schemas"]["RoleResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SessionResponse_: {
            data: components["schemas"]["SessionResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SettlementDifferenceResponse_: {
            data: components["schemas"]["SettlementDifferenceResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SettlementLineResponse_: {
            data: components["schemas"]["SettlementLineResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SettlementResponse_: {
            data: components["schemas"]["SettlementResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ShiftResponse_: {
            data: components["schemas"]["ShiftResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SignInLockResponse_: {
            data: components["schemas"]["SignInLockResponse"][];
            nextCursor: string | null;
        };
        ListResponse_StaffResponse_: {
            data: components["schemas"]["StaffResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SyncConflictResponse_: {
            data: components["schemas"]["SyncConflictResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SyncDeviceResponse_: {
            data: components["schemas"]["SyncDeviceResponse"][];
            nextCursor: string | null;
        };
        ListResponse_SyncSummary_: {
            data: components["schemas"]["SyncSummary"][];
            nextCursor: string | null;
        };
        ListResponse_TipBalanceResponse_: {
            data: components["schemas"]["TipBalanceResponse"][];
            nextCursor: string | null;
        };
        ListResponse_TipEntryResponse_: {
            data: components["schemas"]["TipEntryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_UnallocatedResponse_: {
            data: components["schemas"]["UnallocatedResponse"][];
            nextCursor: string | null;
        };
        ListResponse_WebhookDeliveryResponse_: {
            data: components["schemas"]["WebhookDeliveryResponse"][];
            nextCursor: string | null;
        };
        ListResponse_WebhookEndpointResponse_: {
            data: components["schemas"]["WebhookEndpointResponse"][];
            nextCursor: string | null;
        };
        ListResponse_ZReportSummaryResponse_: {
            data: components["schemas"]["ZReportSummaryResponse"][];
            nextCursor: string | null;
        };
        ListedBusinessResponse: {
            id: components["schemas"]["Uuid"];
            slug: string;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            country: string | null;
            region: string | null;
            timeZone: string | null;
            industry: components["schemas"]["IndustryDto"] | null;
            contact: string | null;
            notes: string | null;
            status: components["schemas"]["BusinessStatusDto"];
            statusReason: string | null;
            statusSince: components["schemas"]["Timestamp"];
            registeredAt: components["schemas"]["Timestamp"];
            version: number;
            plan: string | null;
            lastActivityAt: components["schemas"]["Timestamp"] | null;
        };
        ListedDrawerCountResponse: {
            kind: string;
            total: components["schemas"]["MoneyDto"];
            denominations: components["schemas"]["CountedPiecesDto"][] | null;
            blind: boolean;
            expected: components["schemas"]["MoneyDto"] | null;
            variance: components["schemas"]["MoneyDto"] | null;
            countedBy: string;
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["Uuid"];
        };
        ListedTableResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            area: string | null;
            seats: number;
            position: number;
            active: boolean;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
            orders?: components["schemas"]["TableOrder"][];
        };
        LoginReasonRequest: {
            reason: components["schemas"]["IdentityReason"];
        };
        LoginResponse: {
            personId: components["schemas"]["Uuid"];
            email: string;
            status: components["schemas"]["LoginStatusWord"];
            totp: components["schemas"]["LoginTotpWord"];
            recoveryCodesLeft: number;
            passwordChangedAt: components["schemas"]["Timestamp"] | null;
            lastSignInAt: components["schemas"]["Timestamp"] | null;
            lockedUntil: components["schemas"]["Timestamp"] | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
        };
        LoginSearch: string;
        /** @enum {string} */
        LoginStatusWord: "invited" | "active" | "reset";
        /** @enum {string} */
        LoginTotpFilter: "on" | "off";
        /** @enum {string} */
        LoginTotpWord: "off" | "pending" | "on";
        LookUpGiftCardRequest: {
            code: components["schemas"]["GiftCardCode"];
        };
        LookupResponse: {
            item: components["schemas"]["ItemResponse"];
            quantity: components["schemas"]["DecimalString"] | null;
            price: components["schemas"]["MoneyDto"] | null;
            /** @enum {string} */
            source: "plain" | "label" | "element_string";
            /** @enum {string} */
            foundBy: "barcode" | "plu" | "sku";
            /** @enum {string} */
            checkDigit: "valid" | "none";
            batch: string | null;
            serial: string | null;
            expiresOn: string | null;
        };
        MadeBatchResponse: {
            id: components["schemas"]["Uuid"];
            size: number;
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            withdrawnAt: components["schemas"]["Timestamp"] | null;
            devices: components["schemas"]["MadeLinkCodeResponse"][];
        };
        MadeLinkCodeResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            kind: components["schemas"]["DeviceKindDto"];
            name: string;
            serial: string | null;
            status: components["schemas"]["LinkCodeStatusDto"];
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            deviceId: components["schemas"]["Uuid"] | null;
            code: string | null;
            qr: string | null;
            qrSvg: string | null;
        };
        MakeLinkCodeRequest: {
            outletId: components["schemas"]["Uuid"];
            kind: components["schemas"]["DeviceKindDto"];
            name: components["schemas"]["DeviceName"];
            serial?: components["schemas"]["DeviceSerial"] | null;
        };
        MasterDataChange: {
            section: components["schemas"]["Section"];
            replace: boolean;
            records: components["schemas"]["MasterDataRecord"][];
            removed: string[];
        };
        MasterDataRecord: {
            [key: string]: unknown;
        };
        MemberResponse: {
            id: components["schemas"]["Uuid"];
            customerId: components["schemas"]["CustomerReference"];
            /** @enum {string} */
            status: "active" | "closed";
            groups: string[];
            entitlements: string[];
            balance: number;
            worth: components["schemas"]["MoneyDto"] | null;
            enrolledAt: components["schemas"]["Timestamp"];
            version: number;
        };
        MinorDigits: {
            [key: string]: number;
        };
        MinorUnits: number;
        ModifierAttachmentRequest: {
            group: string;
            position?: components["schemas"]["ChoicePosition"];
            min?: components["schemas"]["ChoiceCount"] | null;
            max?: components["schemas"]["ChoiceCount"] | null;
        };
        ModifierAttachmentResponse: {
            group: string;
            position: components["schemas"]["ChoicePosition"];
            min: components["schemas"]["ChoiceCount"] | null;
            max: components["schemas"]["ChoiceCount"] | null;
        };
        ModifierAttachmentsResponse: {
            itemId: components["schemas"]["Uuid"] | null;
            category: string | null;
            groups: components["schemas"]["ModifierAttachmentResponse"][];
            version: number;
        };
        ModifierGroupResponse: {
            id: components["schemas"]["Uuid"];
            code: string;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            min: components["schemas"]["ChoiceCount"];
            max: components["schemas"]["ChoiceCount"] | null;
            freeQuantity: components["schemas"]["ChoiceCount"];
            modifiers: components["schemas"]["GroupModifierResponse"][];
            version: number;
        };
        ModifierRequest: {
            modifier: components["schemas"]["ReferenceText"];
            group?: components["schemas"]["ReferenceText"];
            quantity?: components["schemas"]["Count"];
            modifiers?: components["schemas"]["NestedModifierRequest"][];
        };
        ModifierResponse: {
            modifier: string;
            group: string;
            name: string;
            quantity: number;
            price: components["schemas"]["MoneyDto"];
        };
        MoneyDto: {
            amount: components["schemas"]["MinorUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        MoneyReference: string;
        NestedModifierRequest: {
            modifier: components["schemas"]["ReferenceText"];
            group?: components["schemas"]["ReferenceText"];
            quantity?: components["schemas"]["Count"];
            modifiers?: components["schemas"]["DeepModifierRequest"][];
        };
        NoteText: string;
        NoticeKind: string;
        NoticeParamsResponse: {
            amount: components["schemas"]["MoneyDto"] | null;
            orderId: string | null;
            paymentId: string | null;
            drawerSessionId: string | null;
            provider: string | null;
            tender: string | null;
            reason: string | null;
            businessDate: string | null;
            count: number | null;
        };
        NoticeResponse: {
            id: components["schemas"]["Uuid"];
            kind: string;
            severity: components["schemas"]["NoticeSeverity"];
            status: components["schemas"]["NoticeStatus"];
            outletId: components["schemas"]["Uuid"] | null;
            subject: string;
            params: components["schemas"]["NoticeParamsResponse"];
            eventId: string;
            occurredAt: components["schemas"]["Timestamp"];
            raisedAt: components["schemas"]["Timestamp"];
            acknowledgedBy: string | null;
            acknowledgedAt: components["schemas"]["Timestamp"] | null;
            note: string | null;
            sendStatus: components["schemas"]["NoticeSendStatus"];
            sentAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        /** @enum {string} */
        NoticeSendStatus: "none" | "pending" | "sent" | "failed";
        /** @enum {string} */
        NoticeSeverity: "info" | "warning" | "critical";
        /** @enum {string} */
        NoticeStatus: "open" | "acknowledged";
        NutrientsDto: {
            energyKj?: components["schemas"]["DecimalString"];
            energyKcal?: components["schemas"]["DecimalString"];
            fat?: components["schemas"]["DecimalString"];
            saturates?: components["schemas"]["DecimalString"];
            carbohydrate?: components["schemas"]["DecimalString"];
            sugars?: components["schemas"]["DecimalString"];
            fibre?: components["schemas"]["DecimalString"];
            protein?: components["schemas"]["DecimalString"];
            salt?: components["schemas"]["DecimalString"];
        };
        NutritionDto: {
            perAmount: string;
            values: components["schemas"]["NutrientsDto"];
        };
        OfferedModifierGroupResponse: {
            id: components["schemas"]["Uuid"];
            code: string;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            min: components["schemas"]["ChoiceCount"];
            max: components["schemas"]["ChoiceCount"] | null;
            freeQuantity: components["schemas"]["ChoiceCount"];
            modifiers: components["schemas"]["OfferedModifierResponse"][];
        };
        OfferedModifierResponse: {
            id: components["schemas"]["Uuid"];
            code: string;
            name: string;
            price: components["schemas"]["MoneyDto"];
            default: boolean;
            maxQuantity: components["schemas"]["ChoiceCount"] | null;
            active: boolean;
            allergens: components["schemas"]["AllergenDto"][];
            groups: components["schemas"]["OfferedModifierGroupResponse"][];
        };
        OneTimeCode: string;
        OpenChargebackRequest: {
            id?: components["schemas"]["Uuid"];
            paymentId: components["schemas"]["Uuid"];
            amount?: components["schemas"]["MoneyDto"];
            reason: string;
            dueBy?: components["schemas"]["Timestamp"] | null;
        };
        OpenDraftRequest: {
            from?: number;
        };
        OpenDrawerRequest: {
            id?: components["schemas"]["Uuid"];
            float?: components["schemas"]["MoneyDto"];
            denominations?: components["schemas"]["CountedPiecesDto"][];
            trayId?: components["schemas"]["Uuid"] | null;
            deviceId?: components["schemas"]["DrawerDeviceName"] | null;
            cashierId?: components["schemas"]["DrawerPersonId"];
        };
        OpenHouseAccountRequest: {
            id?: components["schemas"]["Uuid"];
            number: components["schemas"]["HouseAccountNumber"];
            name: components["schemas"]["HouseAccountName"];
            customerId?: string | null;
            limit: components["schemas"]["HouseAccountLimit"];
            termsDays?: components["schemas"]["HouseAccountTermsDays"];
            outletIds?: components["schemas"]["HouseAccountOutlets"] | null;
        };
        OpenOutletRequest: {
            id?: components["schemas"]["Uuid"];
            name: string;
            currency?: components["schemas"]["CurrencyCode"];
            timeZone: string;
            locale?: string;
            dayCut?: components["schemas"]["TimeOfDay"];
            receiptPrefix: string;
            /**
             * @example [
             *       "cash",
             *       "card",
             *       "mobile_money"
             *     ]
             */
            tenders?: string[];
            /** @enum {string} */
            taxRounding?: "receipt" | "line";
            cashRounding?: components["schemas"]["CashRoundingDto"] | null;
            openingHours?: components["schemas"]["OpeningHoursDto"];
            receipt?: components["schemas"]["ReceiptTextsDto"];
            taxGroups?: components["schemas"]["TaxGroupDto"][];
            serviceCharges?: components["schemas"]["ServiceChargeDto"][];
            tillKeys?: components["schemas"]["TillKeysDto"];
        };
        OpenedBusinessResponse: {
            registration: components["schemas"]["RegistrationResponse"];
            apiKey: string | null;
            invitation: components["schemas"]["OwnerInvitationDto"] | null;
        };
        OpeningHoursDto: {
            mon?: components["schemas"]["TimeRangeDto"][];
            tue?: components["schemas"]["TimeRangeDto"][];
            wed?: components["schemas"]["TimeRangeDto"][];
            thu?: components["schemas"]["TimeRangeDto"][];
            fri?: components["schemas"]["TimeRangeDto"][];
            sat?: components["schemas"]["TimeRangeDto"][];
            sun?: components["schemas"]["TimeRangeDto"][];
        };
        /** @enum {string} */
        OrderChannel: "counter" | "dine_in" | "bar_tab" | "takeaway" | "delivery" | "pickup" | "drive_thru" | "kiosk" | "ecommerce";
        OrderEventResponse: {
            id: components["schemas"]["Uuid"];
            sequence: number;
            type: string;
            actor: string;
            time: components["schemas"]["Timestamp"];
            data: {
                [key: string]: unknown;
            };
        };
        OrderResponse: {
            id: components["schemas"]["Uuid"];
            number: string;
            receiptNumber: string | null;
            status: components["schemas"]["OrderStatusName"];
            outletId: components["schemas"]["Uuid"];
            channel: components["schemas"]["OrderChannel"];
            totals: components["schemas"]["TotalsResponse"];
            customerId: string | null;
            tableId: string | null;
            placedAt: components["schemas"]["Timestamp"];
            recordedAt: components["schemas"]["Timestamp"];
            businessDate: string;
            version: number;
            lines: components["schemas"]["LineResponse"][];
            payments: components["schemas"]["PaymentResponse"][];
            taxes: components["schemas"]["TaxResponse"][];
            refunds: components["schemas"]["RefundResponse"][];
            note: string | null;
            promoCodes: string[];
            discounts: components["schemas"]["DiscountResponse"][];
            taxExemption: components["schemas"]["TaxExemptionResponse"] | null;
            serviceChargeWaived: boolean;
            cashierId: string;
            drawerSessionId: string | null;
            late: boolean;
            bookedOn: string | null;
        };
        /** @enum {string} */
        OrderStatusName: "open" | "held" | "completed" | "voided" | "partially_refunded" | "refunded";
        OrderSummaryResponse: {
            id: components["schemas"]["Uuid"];
            number: string;
            receiptNumber: string | null;
            status: components["schemas"]["OrderStatusName"];
            outletId: components["schemas"]["Uuid"];
            channel: components["schemas"]["OrderChannel"];
            totals: components["schemas"]["TotalsResponse"];
            customerId: string | null;
            tableId: string | null;
            placedAt: components["schemas"]["Timestamp"];
            recordedAt: components["schemas"]["Timestamp"];
            businessDate: string;
            version: number;
            lines?: components["schemas"]["LineResponse"][];
            payments?: components["schemas"]["PaymentResponse"][];
        };
        OutboxStatusResponse: {
            sinks: components["schemas"]["SinkStatusResponse"][];
        };
        OutletDiscoveryResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            askedBy: string;
            askedAt: components["schemas"]["Timestamp"];
            tries: number;
            nextTryAt: components["schemas"]["Timestamp"] | null;
            outcome: components["schemas"]["DiscoveryOutcomeDto"] | null;
            reason: string | null;
            answeredAt: components["schemas"]["Timestamp"] | null;
        };
        OutletResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            timeZone: string;
            locale: string;
            dayCut: components["schemas"]["TimeOfDay"];
            receiptPrefix: string;
            tenders: string[];
            /** @enum {string} */
            taxRounding: "receipt" | "line";
            cashRounding: components["schemas"]["CashRoundingDto"] | null;
            openingHours: components["schemas"]["OpeningHoursDto"];
            receipt: components["schemas"]["ReceiptTextsResponse"];
            active: boolean;
            taxGroups: components["schemas"]["TaxGroupDto"][];
            serviceCharges: components["schemas"]["ServiceChargeDto"][];
            tillKeys: components["schemas"]["TillKeysDto"];
            version: number;
        };
        OwnLoginResponse: {
            personId: components["schemas"]["Uuid"];
            email: string;
            status: components["schemas"]["LoginStatusWord"];
            totp: components["schemas"]["LoginTotpWord"];
            recoveryCodesLeft: number;
            totpRequired: boolean;
            passwordMinLength: number;
            passwordChangedAt: components["schemas"]["Timestamp"] | null;
            lastSignInAt: components["schemas"]["Timestamp"] | null;
        };
        OwnPermissionsResponse: {
            /** @enum {string} */
            kind: "api-key" | "user" | "device" | "stranger" | "system";
            id: string;
            permissions: string[];
            outlets: components["schemas"]["Uuid"][] | null;
            regions: string[] | null;
            deviceId: components["schemas"]["Uuid"] | null;
            sessionId: components["schemas"]["Uuid"] | null;
            test: boolean;
        };
        OwnerInvitationDto: {
            /** @enum {string} */
            delivery: "sent" | "failed" | "none";
            token: string | null;
        };
        PageLimit: number;
        PassedOverPricebook: {
            pricebookId: components["schemas"]["Uuid"];
            name: string;
            version: number | null;
            why: string;
        };
        PasswordResetRequest: {
            email: components["schemas"]["EmailAddress"];
        };
        PasswordResetResponse: {
            accepted: boolean;
        };
        PasswordSignInRequest: {
            email: components["schemas"]["EmailAddress"];
            password: components["schemas"]["PasswordText"];
            otp?: components["schemas"]["OneTimeCode"];
            recoveryCode?: components["schemas"]["RecoveryCodeText"];
        };
        PasswordSignInResponse: {
            sessionId: components["schemas"]["Uuid"];
            token: string;
            expiresAt: components["schemas"]["Timestamp"];
            personId: components["schemas"]["Uuid"];
            displayName: string;
            roles: string[];
            permissions: string[];
            mustEnrolTotp: boolean;
        };
        PasswordText: string;
        PayHouseAccountRequest: {
            amount: components["schemas"]["MoneyDto"];
            tender: components["schemas"]["HouseAccountTender"];
            reference?: string | null;
            outletId?: components["schemas"]["Uuid"] | null;
            drawerSessionId?: components["schemas"]["Uuid"] | null;
        };
        PayInvoiceRequest: {
            reference?: string | null;
        };
        PayOutRequest: {
            provider: string;
            payee: string;
            amount: components["schemas"]["PayoutAmount"];
            outletId: components["schemas"]["Uuid"];
            reason: components["schemas"]["PaymentReason"];
        };
        PayTipsOutRequest: {
            outletId: components["schemas"]["Uuid"];
            personId: components["schemas"]["TipPerson"];
            amount: components["schemas"]["TipAmount"];
            drawerSessionId?: components["schemas"]["Uuid"];
            payout?: components["schemas"]["TipPayoutDto"];
            reason: components["schemas"]["TipReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        PayerRequest: {
            phone?: string;
            token?: components["schemas"]["ReferenceText"];
            terminal?: components["schemas"]["ReferenceText"];
        };
        PaymentConnectionResponse: {
            id: components["schemas"]["Uuid"];
            provider: components["schemas"]["PaymentProviderName"];
            outletId: components["schemas"]["Uuid"] | null;
            settings: components["schemas"]["PaymentConnectionSettings"];
            secrets: components["schemas"]["PaymentConnectionSecrets"];
            active: boolean;
            callbackToken: string | null;
            testedAt: components["schemas"]["Timestamp"] | null;
            testFailure: string | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            version: number;
        };
        PaymentConnectionSecrets: {
            consumerKey?: string;
            consumerSecret?: string;
            passkey?: string;
            clientId?: string;
            clientSecret?: string;
            callbackKey?: string;
            merchantKey?: string;
        };
        PaymentConnectionSettings: {
            shortcode?: string;
            kind?: string;
            till?: string;
            country?: string;
            language?: string;
            callbackBase?: string;
            returnUrl?: string;
            cancelUrl?: string;
            baseUrl?: string;
        };
        /** @enum {string} */
        PaymentProviderName: "mpesa" | "airtel_money" | "orange_money";
        PaymentReason: string;
        PaymentRequest: {
            id?: components["schemas"]["Uuid"];
            tender: components["schemas"]["TenderName"];
            amount: components["schemas"]["MoneyDto"];
            reference?: components["schemas"]["ReferenceText"] | null;
            giftCard?: components["schemas"]["GiftCardRequest"];
            houseAccount?: components["schemas"]["HouseAccountRequest"];
            payer?: components["schemas"]["PayerRequest"];
            acceptDoubt?: boolean;
        };
        PaymentResponse: {
            id: components["schemas"]["Uuid"];
            tender: string;
            /** @enum {string} */
            status: "initiated" | "pending" | "unknown" | "failed" | "captured" | "refunded" | "charged_back";
            amount: components["schemas"]["MoneyDto"];
            change: components["schemas"]["MoneyDto"];
            surcharge: components["schemas"]["MoneyDto"];
            reference: string | null;
            provider: string | null;
            failure: string | null;
            drawerSessionId: string | null;
        };
        PayoutAmount: {
            amount: components["schemas"]["PayoutUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        PayoutResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"] | null;
            provider: string;
            payeeHint: string;
            amount: components["schemas"]["MoneyDto"];
            reason: string;
            status: components["schemas"]["TransferStatusName"];
            failure: string | null;
            reference: string | null;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            test: boolean;
        };
        PayoutUnits: number;
        /** @enum {string} */
        Permission: "orders:read" | "orders:write" | "orders:void" | "orders:refund" | "orders:refund_other_tender" | "catalog:read" | "catalog:write" | "outlets:read" | "outlets:write" | "reports:read" | "api_keys:read" | "api_keys:write" | "tenant:read" | "tenant:write" | "streams:read" | "kitchen:read" | "drawers:read" | "webhooks:read" | "webhooks:write" | "dead_letters:read" | "dead_letters:write" | "orders:discount" | "orders:comp" | "orders:override_price" | "orders:tax_exempt" | "availability:write" | "pricebooks:read" | "pricebooks:write" | "promotions:read" | "promotions:write" | "gift_cards:read" | "gift_cards:issue" | "gift_cards:manage" | "loyalty:read" | "loyalty:enrol" | "loyalty:manage" | "drawers:open" | "drawers:move" | "drawers:no_sale" | "drawers:approve" | "drawers:manage" | "drawers:deposit" | "tables:read" | "tables:manage" | "tenders:read" | "tenders:write" | "payments:read" | "payments:resolve" | "settlements:write" | "providers:read" | "providers:write" | "shifts:clock" | "shifts:read" | "shifts:manage" | "tips:read" | "tips:manage" | "days:read" | "days:close" | "audit:read" | "approvals:grant" | "approvals:manage" | "house_accounts:read" | "house_accounts:manage" | "invariants:read" | "notices:read" | "notices:write" | "staff:read" | "staff:manage" | "staff:reset_pin" | "roles:read" | "roles:manage" | "devices:read" | "devices:manage" | "devices:self" | "sync:upload" | "sync:relay" | "sync:master_data" | "sync:read" | "sync:resolve" | "sessions:read" | "sessions:manage" | "sessions:own" | "licence:read" | "licence:manage" | "businesses:read" | "businesses:register" | "businesses:manage" | "plans:manage" | "licences:manage";
        /** @enum {string} */
        PermissionGroup: "sales" | "catalog" | "prices" | "customers" | "cash" | "payments" | "time" | "reports" | "business" | "people" | "devices" | "programs" | "platform";
        PermissionMatrixResponse: {
            data: components["schemas"]["PermissionResponse"][];
        };
        PermissionResponse: {
            permission: components["schemas"]["Permission"];
            group: components["schemas"]["PermissionGroup"];
            title: string;
            purpose: string;
            platform: boolean;
            roles: components["schemas"]["RoleCode"][];
        };
        PersonReference: string;
        PinStandingResponse: {
            isSet: boolean;
            mustChange: boolean;
            setAt: components["schemas"]["Timestamp"] | null;
        };
        PlaceOrderRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            channel?: components["schemas"]["OrderChannel"];
            placedAt?: components["schemas"]["Timestamp"];
            lines?: components["schemas"]["LineRequest"][];
            promoCodes?: components["schemas"]["ReferenceText"][];
            customerId?: components["schemas"]["ReferenceText"] | null;
            tableId?: components["schemas"]["ReferenceText"] | null;
            note?: components["schemas"]["NoteText"] | null;
            discounts?: components["schemas"]["DiscountRequest"][];
            tip?: components["schemas"]["MoneyDto"];
            taxExemption?: components["schemas"]["TaxExemptionRequest"];
            waiveServiceCharge?: boolean;
            receiptNumber?: components["schemas"]["ReceiptNumber"] | null;
            payments?: components["schemas"]["PaymentRequest"][];
            drawerSessionId?: components["schemas"]["Uuid"];
            complete?: boolean;
        };
        PlanChangeRequest: {
            plan: components["schemas"]["PlanCode"];
            note?: components["schemas"]["LicenceReason"] | null;
        };
        PlanChangeResponse: {
            id: components["schemas"]["Uuid"];
            plan: string;
            note: string | null;
            requestedAt: components["schemas"]["Timestamp"];
        };
        PlanCode: string;
        PlanCount: number;
        PlanLimitsDto: {
            outlets: components["schemas"]["PlanCount"] | null;
            devices: components["schemas"]["PlanCount"] | null;
            staff: components["schemas"]["PlanCount"] | null;
            integrations: components["schemas"]["PlanCount"] | null;
        };
        PlanRequestResponse: {
            id: components["schemas"]["Uuid"];
            plan: string;
            note: string | null;
            requestedAt: components["schemas"]["Timestamp"];
            business: string;
            requestedBy: string;
            /** @enum {string} */
            status: "open" | "closed";
            closedAt: components["schemas"]["Timestamp"] | null;
            answer: string | null;
            version: number;
        };
        PlanResponse: {
            code: string;
            name: string;
            basePrice: components["schemas"]["MoneyDto"];
            outletPrice: components["schemas"]["MoneyDto"];
            limits: components["schemas"]["PlanLimitsDto"];
            ordersIncluded: components["schemas"]["PlanCount"] | null;
            overagePrice: components["schemas"]["MoneyDto"];
            features: string[] | null;
            rateLimitPerMinute: components["schemas"]["PlanCount"] | null;
            graceDays: number;
            trialDays: number;
            archived: boolean;
            version: number;
        };
        PlanTermsDto: {
            code: string;
            name: string;
            basePrice: components["schemas"]["MoneyDto"];
            outletPrice: components["schemas"]["MoneyDto"];
            limits: components["schemas"]["PlanLimitsDto"];
            ordersIncluded: components["schemas"]["PlanCount"] | null;
            overagePrice: components["schemas"]["MoneyDto"];
            features: string[] | null;
            rateLimitPerMinute: components["schemas"]["PlanCount"] | null;
            graceDays: number;
            trialDays: number;
        };
        PointEntryResponse: {
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            kind: "earn" | "earn_reversal" | "burn" | "burn_reversal" | "adjust";
            points: number;
            balance: number;
            orderId: components["schemas"]["Uuid"] | null;
            reason: string | null;
            at: components["schemas"]["Timestamp"];
        };
        Points: number;
        PoolRunResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            businessDate: components["schemas"]["TipDay"];
            /** @enum {string} */
            status: "distributed" | "reversed";
            amount: components["schemas"]["MoneyDto"];
            rules: components["schemas"]["TipRulesResponse"];
            shares: components["schemas"]["PoolShareResponse"][];
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            reversedBy: string | null;
            reversedAt: components["schemas"]["Timestamp"] | null;
            reverseReason: string | null;
        };
        PoolShareResponse: {
            personId: string;
            minutes: number;
            sales: components["schemas"]["MoneyDto"] | null;
            amount: components["schemas"]["MoneyDto"];
        };
        PrepareDepositRequest: {
            id?: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"];
            reference?: components["schemas"]["DrawerWord"];
            reason?: components["schemas"]["DrawerReason"];
        };
        PriceDto: {
            amount: components["schemas"]["PriceUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        /** @enum {string} */
        PriceEffectKind: "absolute" | "percent" | "amount";
        PriceEffectResponse: {
            kind: components["schemas"]["PriceEffectKind"];
            amount: components["schemas"]["MoneyDto"] | null;
            rate: string | null;
        };
        PriceOverrideRequest: {
            unitPrice: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["ReasonText"];
            approvalId?: components["schemas"]["Uuid"];
        };
        PriceUnits: number;
        /** @enum {string} */
        PricebookChannelDto: "counter" | "dine_in" | "bar_tab" | "takeaway" | "delivery" | "pickup" | "drive_thru" | "kiosk" | "ecommerce";
        PricebookDiffResponse: {
            from: number;
            to: number;
            before: components["schemas"]["PricebookTermsDiff"];
            after: components["schemas"]["PricebookTermsDiff"];
            rules: components["schemas"]["PricebookRuleChange"][];
            data: components["schemas"]["PricebookEntryChange"][];
            nextCursor: string | null;
        };
        PricebookEntry: {
            sku: string;
            kind: components["schemas"]["PriceEffectKind"];
            amount?: components["schemas"]["MoneyDto"] | null;
            rate?: components["schemas"]["DecimalString"] | null;
        };
        PricebookEntryChange: {
            sku: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            before: components["schemas"]["PriceEffectResponse"] | null;
            after: components["schemas"]["PriceEffectResponse"] | null;
        };
        PricebookEntryResponse: {
            kind: components["schemas"]["PriceEffectKind"];
            amount: components["schemas"]["MoneyDto"] | null;
            rate: string | null;
            sku: string;
        };
        PricebookPriority: number;
        PricebookResponse: {
            id: components["schemas"]["Uuid"];
            code: string | null;
            name: string;
            currency: string;
            parentId: components["schemas"]["Uuid"] | null;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            draft: components["schemas"]["PricebookVersionResponse"] | null;
            inForce: components["schemas"]["PricebookVersionResponse"] | null;
            scheduled: components["schemas"]["PricebookVersionResponse"][];
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            archivedAt: components["schemas"]["Timestamp"] | null;
            revision: number;
        };
        PricebookRule: {
            category?: string | null;
            kind: components["schemas"]["PriceEffectKind"];
            amount?: components["schemas"]["MoneyDto"] | null;
            rate?: components["schemas"]["DecimalString"] | null;
        };
        PricebookRuleChange: {
            category: string | null;
            before: components["schemas"]["PriceEffectResponse"] | null;
            after: components["schemas"]["PriceEffectResponse"] | null;
        };
        PricebookRuleResponse: {
            kind: components["schemas"]["PriceEffectKind"];
            amount: components["schemas"]["MoneyDto"] | null;
            rate: string | null;
            category: string | null;
        };
        PricebookSchedule: {
            startsOn?: string | null;
            endsOn?: string | null;
            windows: components["schemas"]["PricebookWindow"][];
        };
        PricebookScheduleResponse: {
            startsOn: string | null;
            endsOn: string | null;
            windows: components["schemas"]["PricebookWindowResponse"][];
        };
        PricebookScope: {
            outletIds?: components["schemas"]["Uuid"][] | null;
            channels?: components["schemas"]["PricebookChannelDto"][] | null;
            customerGroups?: string[] | null;
            schedule?: components["schemas"]["PricebookSchedule"] | null;
        };
        PricebookScopeResponse: {
            outletIds: components["schemas"]["Uuid"][] | null;
            channels: components["schemas"]["PricebookChannelDto"][] | null;
            customerGroups: string[] | null;
            schedule: components["schemas"]["PricebookScheduleResponse"] | null;
        };
        /** @enum {string} */
        PricebookStatus: "draft" | "active" | "archived";
        PricebookTermsDiff: {
            priority?: number;
            outletIds?: components["schemas"]["Uuid"][] | null;
            channels?: components["schemas"]["PricebookChannelDto"][] | null;
            customerGroups?: string[] | null;
            schedule?: components["schemas"]["PricebookScheduleResponse"] | null;
        };
        PricebookVersionNumber: number;
        PricebookVersionResponse: {
            number: number;
            /** @enum {string} */
            status: "draft" | "scheduled" | "published" | "retired";
            priority: number;
            scope: components["schemas"]["PricebookScopeResponse"];
            rules: components["schemas"]["PricebookRuleResponse"][];
            entryCount: number;
            copiedFrom: number | null;
            publishAt: components["schemas"]["Timestamp"] | null;
            publishedAt: components["schemas"]["Timestamp"] | null;
            publishedBy: string | null;
            retiredAt: components["schemas"]["Timestamp"] | null;
            withdrawnBy: string | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
        };
        PricebookWeekday: number;
        PricebookWindow: {
            weekdays: components["schemas"]["PricebookWeekday"][];
            from: string;
            to: string;
        };
        PricebookWindowResponse: {
            weekdays: number[];
            from: string;
            to: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance: string;
            code: string;
            retryable: boolean;
            errors?: components["schemas"]["ProblemField"][];
            traceId: string;
            permission?: string;
            currentVersion?: number;
            approval?: components["schemas"]["ProblemApproval"];
        };
        ProblemAmount: {
            amount: number;
            currency: string;
        };
        ProblemApproval: {
            action: string;
            limit?: components["schemas"]["ProblemAmount"] | null;
            why?: string;
        };
        ProblemField: {
            pointer: string;
            message: string;
        };
        ProgrammeRequest: {
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            active?: boolean;
            earn: {
                per: components["schemas"]["Points"];
                points: components["schemas"]["Points"];
            };
            burn: {
                worth: components["schemas"]["Points"];
                points: components["schemas"]["Points"];
            };
        };
        ProgrammeResponse: {
            name: string;
            currency: string;
            active: boolean;
            earn: {
                per: number;
                points: number;
            };
            burn: {
                worth: number;
                points: number;
            };
            version: number;
        };
        PromoCodeRequest: {
            code: components["schemas"]["ReferenceText"];
        };
        PromoCodeResponse: {
            id: components["schemas"]["Uuid"];
            promotionId: components["schemas"]["Uuid"];
            batchId: components["schemas"]["Uuid"];
            code: string;
            usesMax: components["schemas"]["PromotionInteger"] | null;
            usesPerCustomerMax: components["schemas"]["PromotionInteger"] | null;
            validTo: components["schemas"]["Timestamp"] | null;
            active: boolean;
            uses: components["schemas"]["PromotionInteger"];
            version: components["schemas"]["PromotionInteger"];
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        PromotionChannel: "counter" | "dine_in" | "bar_tab" | "takeaway" | "delivery" | "pickup" | "drive_thru" | "kiosk" | "ecommerce";
        PromotionConditions: {
            select?: components["schemas"]["PromotionSelector"];
            minAmount?: components["schemas"]["MoneyDto"];
            minQuantity?: components["schemas"]["DecimalString"];
        };
        PromotionEffectDto: {
            /** @enum {string} */
            kind: "percent_off" | "amount_off" | "fixed_price" | "quantity_break" | "buy_get" | "units_off" | "bundle";
            rate?: components["schemas"]["DecimalString"];
            amount?: components["schemas"]["MoneyDto"];
            price?: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            of?: "line" | "item" | "selection";
            tiers?: components["schemas"]["PromotionTier"][];
            buy?: components["schemas"]["PromotionInteger"];
            get?: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            pick?: "cheapest" | "same_item";
            getSelect?: components["schemas"]["PromotionSelector"];
            units?: components["schemas"]["PromotionInteger"];
            parts?: components["schemas"]["PromotionPart"][];
            offer?: components["schemas"]["PromotionOffer"];
        };
        PromotionFiguresResponse: {
            uses: components["schemas"]["PromotionInteger"];
            customers: components["schemas"]["PromotionInteger"];
            givenAway: components["schemas"]["MoneyDto"][];
            usesLeft: components["schemas"]["PromotionInteger"] | null;
            budgetLeft: components["schemas"]["MoneyDto"] | null;
            codes: components["schemas"]["PromotionInteger"];
        };
        PromotionInteger: number;
        PromotionLimitsDto: {
            usesMax?: components["schemas"]["PromotionInteger"] | null;
            usesPerCustomerMax?: components["schemas"]["PromotionInteger"] | null;
            budget?: components["schemas"]["MoneyDto"] | null;
        };
        PromotionOffer: {
            price?: components["schemas"]["MoneyDto"];
            rate?: components["schemas"]["DecimalString"];
            amountOff?: components["schemas"]["MoneyDto"];
        };
        PromotionPart: {
            select: components["schemas"]["PromotionSelector"];
            quantity: components["schemas"]["PromotionInteger"];
        };
        PromotionResponse: {
            name: string;
            priority: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            level: "line" | "order";
            select: components["schemas"]["PromotionSelector"];
            schedule: components["schemas"]["PromotionSchedule"] | null;
            conditions: components["schemas"]["PromotionConditions"] | null;
            effect: components["schemas"]["PromotionEffectDto"];
            exclusiveGroup: string | null;
            stackable: boolean;
            timesMax: components["schemas"]["PromotionInteger"] | null;
            amountMax: components["schemas"]["MoneyDto"] | null;
            scope: components["schemas"]["PromotionScopeDto"];
            validFrom: components["schemas"]["Timestamp"] | null;
            validTo: components["schemas"]["Timestamp"] | null;
            limits: components["schemas"]["PromotionLimitsDto"];
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            activation: "automatic" | "code";
            status: components["schemas"]["PromotionState"];
            ruleVersion: components["schemas"]["PromotionInteger"];
            version: components["schemas"]["PromotionInteger"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        PromotionSchedule: {
            startsOn?: string | null;
            endsOn?: string | null;
            windows: components["schemas"]["PromotionWindow"][];
        };
        PromotionScopeDto: {
            outletIds?: components["schemas"]["Uuid"][] | null;
            channels?: components["schemas"]["PromotionChannel"][] | null;
            customerGroups?: string[] | null;
            entitlements?: string[] | null;
        };
        PromotionSelector: {
            skus?: string[];
            categories?: string[];
            excludeSkus?: string[];
            excludeCategories?: string[];
            comboParts?: boolean;
        };
        /** @enum {string} */
        PromotionState: "draft" | "active" | "paused" | "ended";
        PromotionTier: {
            from: components["schemas"]["DecimalString"];
            rate?: components["schemas"]["DecimalString"];
            amountOff?: components["schemas"]["MoneyDto"];
            price?: components["schemas"]["MoneyDto"];
        };
        PromotionUseResponse: {
            orderId: components["schemas"]["Uuid"];
            customerId: string | null;
            code: string | null;
            amount: components["schemas"]["MoneyDto"];
            usedAt: components["schemas"]["Timestamp"];
        };
        PromotionVersionNumber: number;
        PromotionVersionResponse: {
            name: string;
            priority: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            level: "line" | "order";
            select: components["schemas"]["PromotionSelector"];
            schedule: components["schemas"]["PromotionSchedule"] | null;
            conditions: components["schemas"]["PromotionConditions"] | null;
            effect: components["schemas"]["PromotionEffectDto"];
            exclusiveGroup: string | null;
            stackable: boolean;
            timesMax: components["schemas"]["PromotionInteger"] | null;
            amountMax: components["schemas"]["MoneyDto"] | null;
            scope: components["schemas"]["PromotionScopeDto"];
            validFrom: components["schemas"]["Timestamp"] | null;
            validTo: components["schemas"]["Timestamp"] | null;
            limits: components["schemas"]["PromotionLimitsDto"];
            version: components["schemas"]["PromotionInteger"];
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
        };
        PromotionWeekday: number;
        PromotionWindow: {
            weekdays: components["schemas"]["PromotionWeekday"][];
            from: string;
            to: string;
        };
        ProviderName: string;
        ProviderReference: string;
        ProviderRefundResponse: {
            id: components["schemas"]["Uuid"];
            paymentId: components["schemas"]["Uuid"] | null;
            orderId: components["schemas"]["Uuid"] | null;
            refundId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"] | null;
            provider: string;
            amount: components["schemas"]["MoneyDto"];
            reason: string;
            status: components["schemas"]["TransferStatusName"];
            failure: string | null;
            reference: string | null;
            attempt: number;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            settledBy: string | null;
            settledReason: string | null;
            test: boolean;
        };
        ProvisionDevicesRequest: {
            devices: components["schemas"]["ProvisionedDeviceRequest"][];
            hours?: number;
        };
        ProvisionedDeviceRequest: {
            serial: components["schemas"]["DeviceSerial"];
            kind: components["schemas"]["DeviceKindDto"];
            outletId: components["schemas"]["Uuid"];
            name: components["schemas"]["DeviceName"];
        };
        ProvisioningBatchDetails: {
            id: components["schemas"]["Uuid"];
            size: number;
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            withdrawnAt: components["schemas"]["Timestamp"] | null;
            devices: components["schemas"]["LinkCodeResponse"][];
        };
        ProvisioningBatchResponse: {
            id: components["schemas"]["Uuid"];
            size: number;
            madeBy: string;
            madeAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            withdrawnAt: components["schemas"]["Timestamp"] | null;
        };
        PublishPricebookRequest: {
            publishAt?: components["schemas"]["Timestamp"] | null;
        };
        PutApprovalRuleRequest: {
            /** @enum {string} */
            secondPerson: "never" | "always" | "over";
            limits?: components["schemas"]["ApprovedMoney"][];
            reasonRequired?: boolean;
            reasons?: string[];
        };
        PutAvailabilityRequest: {
            available: boolean;
            reason?: string | null;
            until?: components["schemas"]["Timestamp"] | null;
            remaining?: components["schemas"]["DecimalString"] | null;
        };
        PutItemComboRequest: {
            pricing: components["schemas"]["ComboPricingRequest"];
            slots: components["schemas"]["ComboSlotRequest"][];
        };
        PutItemRequest: {
            barcode?: string | null;
            barcodes?: string[];
            unit?: string;
            active?: boolean;
            kind?: components["schemas"]["ItemKindDto"];
            openPrice?: boolean;
            discountable?: boolean;
            minimumAge?: components["schemas"]["Age"] | null;
            plu?: string | null;
            /** @enum {string} */
            measure?: "each" | "weight" | "volume" | "length";
            tare?: components["schemas"]["DecimalString"] | null;
            variantOf?: components["schemas"]["VariantDto"] | null;
            allergens?: components["schemas"]["AllergenDto"][];
            nutrition?: components["schemas"]["NutritionDto"] | null;
            images?: string[];
            description?: string | null;
            channels?: components["schemas"]["ChannelDto"][] | null;
            schedule?: components["schemas"]["ItemScheduleDto"] | null;
            sku: string;
            name: string;
            category: string;
            price: components["schemas"]["PriceDto"];
            taxCategory: string;
        };
        PutLabelRulesRequest: {
            preset?: components["schemas"]["LabelPresetDto"];
            rules?: components["schemas"]["LabelRuleDto"][];
        };
        PutModifierAttachmentsRequest: {
            groups: components["schemas"]["ModifierAttachmentRequest"][];
        };
        PutModifierGroupRequest: {
            id?: components["schemas"]["Uuid"];
            version?: number;
            code: string;
            name: string;
            currency?: components["schemas"]["CurrencyCode"];
            min?: components["schemas"]["ChoiceCount"];
            max?: components["schemas"]["ChoiceCount"] | null;
            freeQuantity?: components["schemas"]["ChoiceCount"];
            modifiers: components["schemas"]["GroupModifierRequest"][];
        };
        PutPaymentConnectionRequest: {
            provider: components["schemas"]["PaymentProviderName"];
            outletId?: components["schemas"]["Uuid"] | null;
            settings: components["schemas"]["PaymentConnectionSettings"];
            secrets?: components["schemas"]["PaymentConnectionSecrets"];
        };
        PutTaxGroupRequest: {
            name: string;
            /** @enum {string} */
            mode: "inclusive" | "exclusive";
            taxes: components["schemas"]["TaxDto"][];
            channelSwitch?: components["schemas"]["ChannelSwitchDto"] | null;
        };
        PutTenderRequest: {
            name: string;
            kind: components["schemas"]["TenderKindName"];
            provider?: string | null;
            surcharge?: components["schemas"]["TenderSurcharge"] | null;
            referenceRequired?: boolean;
            minimum?: components["schemas"]["MoneyDto"] | null;
            maximum?: components["schemas"]["MoneyDto"] | null;
            refundable?: boolean;
            active?: boolean;
        };
        QuantitySum: string;
        QueuedEntryDetails: {
            id: components["schemas"]["Uuid"];
            entryId: components["schemas"]["Uuid"];
            deviceId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            sequence: number;
            inChain: boolean;
            kind: string;
            subjectId: string | null;
            actor: components["schemas"]["SyncPersonDto"];
            approver: components["schemas"]["SyncPersonDto"] | null;
            deviceAt: components["schemas"]["Timestamp"];
            receivedAt: components["schemas"]["Timestamp"];
            skewMs: number | null;
            happenedAt: components["schemas"]["Timestamp"];
            businessDate: string;
            relayedBy: string | null;
            trigger: components["schemas"]["SyncTriggerDto"];
            status: components["schemas"]["SyncEntryStatusDto"];
            code: string | null;
            detail: string | null;
            facts: {
                [key: string]: unknown;
            };
            waitsFor: string[];
            order: components["schemas"]["SyncOrderDto"] | null;
            tries: number;
            nextTryAt: components["schemas"]["Timestamp"] | null;
            version: number;
            body: {
                [key: string]: unknown;
            } | null;
            dependsOn: string[];
            previousHash: string;
            hash: string;
            signature: string;
            handlings: components["schemas"]["EntryHandlingDto"][];
            conflicts: components["schemas"]["SyncConflictResponse"][];
        };
        QueuedEntryResponse: {
            id: components["schemas"]["Uuid"];
            entryId: components["schemas"]["Uuid"];
            deviceId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            sequence: number;
            inChain: boolean;
            kind: string;
            subjectId: string | null;
            actor: components["schemas"]["SyncPersonDto"];
            approver: components["schemas"]["SyncPersonDto"] | null;
            deviceAt: components["schemas"]["Timestamp"];
            receivedAt: components["schemas"]["Timestamp"];
            skewMs: number | null;
            happenedAt: components["schemas"]["Timestamp"];
            businessDate: string;
            relayedBy: string | null;
            trigger: components["schemas"]["SyncTriggerDto"];
            status: components["schemas"]["SyncEntryStatusDto"];
            code: string | null;
            detail: string | null;
            facts: {
                [key: string]: unknown;
            };
            waitsFor: string[];
            order: components["schemas"]["SyncOrderDto"] | null;
            tries: number;
            nextTryAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        QuoteRequest: {
            id?: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            channel?: components["schemas"]["OrderChannel"];
            placedAt?: components["schemas"]["Timestamp"];
            lines?: components["schemas"]["LineRequest"][];
            promoCodes?: components["schemas"]["ReferenceText"][];
            customerId?: components["schemas"]["ReferenceText"] | null;
            tableId?: components["schemas"]["ReferenceText"] | null;
            note?: components["schemas"]["NoteText"] | null;
            discounts?: components["schemas"]["DiscountRequest"][];
            tip?: components["schemas"]["MoneyDto"];
            taxExemption?: components["schemas"]["TaxExemptionRequest"];
            waiveServiceCharge?: boolean;
        };
        QuoteResponse: {
            outletId: components["schemas"]["Uuid"];
            channel: components["schemas"]["OrderChannel"];
            promoCodes: string[];
            lines: components["schemas"]["LineResponse"][];
            taxes: components["schemas"]["TaxResponse"][];
            totals: components["schemas"]["TotalsResponse"];
            explanation: components["schemas"]["ExplanationStep"][];
        };
        ReasonText: string;
        /** @enum {string} */
        ReceiptCodePage: "pc437" | "pc858" | "windows1252";
        ReceiptComboResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            quantity: string;
        };
        ReceiptDiscountResponse: {
            name: string;
            code: string | null;
            amount: components["schemas"]["MoneyDto"];
        };
        ReceiptLineResponse: {
            name: string;
            quantity: string;
            unit: string;
            unitPrice: components["schemas"]["MoneyDto"];
            gross: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            note: string | null;
            modifiers: components["schemas"]["ReceiptModifierResponse"][];
            combo: components["schemas"]["ReceiptComboResponse"] | null;
            giftCard: string | null;
        };
        ReceiptModifierResponse: {
            name: string;
            quantity: number;
            price: components["schemas"]["MoneyDto"];
        };
        ReceiptNumber: string;
        ReceiptPaymentResponse: {
            tender: string;
            amount: components["schemas"]["MoneyDto"];
            reference: string | null;
        };
        ReceiptRefundResponse: {
            localTime: string;
            amount: components["schemas"]["MoneyDto"];
        };
        ReceiptResponse: {
            marks: ("COPY" | "TRAINING" | "VOID" | "UNPAID")[];
            seller: components["schemas"]["ReceiptSeller"];
            orderId: components["schemas"]["Uuid"];
            number: string;
            receiptNumber: string | null;
            status: components["schemas"]["OrderStatusName"];
            channel: components["schemas"]["OrderChannel"];
            placedAt: components["schemas"]["Timestamp"];
            localTime: string;
            currency: string;
            minorDigits: number;
            locale: string;
            lines: components["schemas"]["ReceiptLineResponse"][];
            discounts: components["schemas"]["ReceiptDiscountResponse"][];
            taxes: components["schemas"]["ReceiptTaxResponse"][];
            totals: components["schemas"]["TotalsResponse"];
            payments: components["schemas"]["ReceiptPaymentResponse"][];
            refunds: components["schemas"]["ReceiptRefundResponse"][];
            taxExemption: string | null;
        };
        ReceiptSeller: {
            name: string;
            addressLines: string[];
            taxNumber: string | null;
            receiptHeader: string | null;
            receiptFooter: string | null;
        };
        ReceiptTaxResponse: {
            code: string;
            name: string;
            rate: string;
            /** @enum {string} */
            mode: "inclusive" | "exclusive";
            base: components["schemas"]["MoneyDto"];
            amount: components["schemas"]["MoneyDto"];
        };
        ReceiptTextsDto: {
            addressLines?: string[];
            taxNumber?: string | null;
            header?: string | null;
            footer?: string | null;
        };
        ReceiptTextsResponse: {
            addressLines: string[];
            taxNumber: string | null;
            header: string | null;
            footer: string | null;
        };
        ReceiveSettlementRequest: {
            id?: components["schemas"]["Uuid"];
            provider: components["schemas"]["ProviderName"];
            reference: components["schemas"]["ProviderReference"];
            outletId?: components["schemas"]["Uuid"] | null;
            currency: components["schemas"]["CurrencyCode"];
            periodFrom: components["schemas"]["Timestamp"];
            periodTo: components["schemas"]["Timestamp"];
            lines: components["schemas"]["SettlementLineDto"][];
            net: components["schemas"]["MoneyDto"];
        };
        "Record_string.boolean_": {
            [key: string]: boolean;
        };
        RecoveryCodeText: string;
        RecoveryCodesResponse: {
            recoveryCodes: string[];
        };
        RedriveRequest: {
            sink?: string;
            type?: string;
        };
        RedriveResponse: {
            queued: number;
        };
        ReferenceText: string;
        RefundLineRequest: {
            lineId: components["schemas"]["Uuid"];
            quantity: components["schemas"]["DecimalString"];
        };
        RefundRequest: {
            id?: components["schemas"]["Uuid"];
            lines?: components["schemas"]["RefundLineRequest"][];
            amount?: components["schemas"]["MoneyDto"];
            reason: components["schemas"]["ReasonText"];
            tender?: components["schemas"]["TenderName"];
            drawerSessionId?: components["schemas"]["Uuid"];
            approvalId?: components["schemas"]["Uuid"];
        };
        RefundResponse: {
            id: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            rounding: components["schemas"]["MoneyDto"];
            reason: string;
            lines: components["schemas"]["RefundedLineResponse"][];
            payments: components["schemas"]["RefundedPaymentResponse"][];
            refundedBy: string;
            refundedAt: components["schemas"]["Timestamp"];
            businessDate: string;
            bookedOn: string | null;
            late: boolean;
            drawerSessionId: string | null;
            approvedBy: string | null;
        };
        RefundedLineResponse: {
            lineId: components["schemas"]["Uuid"];
            quantity: components["schemas"]["DecimalString"];
            amount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
        };
        RefundedPaymentResponse: {
            paymentId: components["schemas"]["Uuid"];
            tender: string;
            amount: components["schemas"]["MoneyDto"];
        };
        RegisterBusinessRequest: {
            id?: components["schemas"]["Uuid"];
            name: string;
            slug: components["schemas"]["BusinessSlug"];
            currency: components["schemas"]["CurrencyCode"];
            country?: string | null;
            region?: components["schemas"]["BusinessRegion"] | null;
            timeZone?: string | null;
            industry?: components["schemas"]["IndustryDto"] | null;
            plan?: string | null;
            owner: components["schemas"]["BusinessOwnerDto"];
            /** @enum {string} */
            channel: "email" | "sms";
            language?: string;
        };
        RegistrationResponse: {
            id: components["schemas"]["Uuid"];
            name: string;
            slug: string;
            currency: components["schemas"]["CurrencyCode"];
            country: string | null;
            region: string | null;
            timeZone: string | null;
            industry: components["schemas"]["IndustryDto"] | null;
            plan: string | null;
            contact: string | null;
            /** @enum {string|null} */
            channel: "email" | "sms" | null;
            language: string;
            /** @enum {string} */
            source: "portal" | "auth";
            status: components["schemas"]["RegistrationStatusDto"];
            /** @enum {string} */
            codeDelivery: "by_hand" | "sending" | "sent" | "failed";
            codeExpiresAt: components["schemas"]["Timestamp"] | null;
            codeTriesLeft: number;
            codesSent: number;
            businessId: components["schemas"]["Uuid"];
            stepsDone: string[];
            failure: string | null;
            apiKeyMadeAt: components["schemas"]["Timestamp"] | null;
            requestedBy: string;
            requestedAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            verifiedBy: string | null;
            verifiedAt: components["schemas"]["Timestamp"] | null;
            endedAt: components["schemas"]["Timestamp"] | null;
            reason: string | null;
            version: number;
        };
        /** @enum {string} */
        RegistrationStatusDto: "requested" | "verified" | "provisioning" | "active" | "expired" | "rejected";
        RemoveTotpRequest: {
            password: components["schemas"]["PasswordText"];
            otp?: components["schemas"]["OneTimeCode"];
            recoveryCode?: components["schemas"]["RecoveryCodeText"];
        };
        RenewalResponse: {
            id: components["schemas"]["Uuid"];
            apiKeyId: components["schemas"]["Uuid"];
            status: components["schemas"]["RenewalStatus"];
            wantedUntil: components["schemas"]["Timestamp"] | null;
            reason: string;
            askedBy: string;
            askedAt: components["schemas"]["Timestamp"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Timestamp"] | null;
            note: string | null;
            grantedUntil: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        RenewalStatus: "asked" | "granted" | "denied";
        ReopenConflictRequest: {
            note?: components["schemas"]["SyncText"];
        };
        ReplaceEntriesRequest: {
            entries: components["schemas"]["PricebookEntry"][];
        };
        ReplayDifferenceResponse: {
            pointer: string;
            kept: string;
            replayed: string;
        };
        ReplayRequest: {
            orderIds?: components["schemas"]["Uuid"][];
            from?: components["schemas"]["Timestamp"];
            to?: components["schemas"]["Timestamp"];
            outletId?: components["schemas"]["Uuid"];
            limit?: number;
            cursor?: string;
        };
        ReplayResponse: {
            data: components["schemas"]["ReplayedOrderResponse"][];
            nextCursor: string | null;
        };
        ReplayWebhooksRequest: {
            /** @enum {string} */
            status: "parked" | "all";
            from?: components["schemas"]["Timestamp"];
            to?: components["schemas"]["Timestamp"];
        };
        ReplayedOrderResponse: {
            orderId: components["schemas"]["Uuid"];
            number: string;
            engineVersion: string;
            inputHash: string;
            identical: boolean;
            differences: components["schemas"]["ReplayDifferenceResponse"][];
        };
        ReplayedWebhooksResponse: {
            queued: number;
        };
        ReportAuditHead: {
            number: components["schemas"]["FigureCount"];
            hash: string;
        };
        ReportExceptionDto: {
            /** @enum {string} */
            code: "order_totals_differ" | "order_discounts_differ" | "order_payments_differ" | "money_unexplained" | "payment_in_doubt" | "drawer_session_open" | "drawer_variance_pending" | "closed_before_the_cut";
            subject: string | null;
            detail: string;
        };
        /** @enum {string} */
        ReportFormat: "json" | "csv";
        /** @enum {string} */
        ReportGrouping: "day" | "hour" | "weekday" | "month" | "item" | "category" | "tender" | "cashier" | "outlet";
        /** @enum {string} */
        ReportScopeDto: "day" | "drawer_session";
        ResetLoginRequest: {
            reason: components["schemas"]["IdentityReason"];
            removeTotp?: boolean;
        };
        ResetPinRequest: {
            pin?: components["schemas"]["StaffPin"];
            reason: components["schemas"]["StaffReason"];
            /** @enum {boolean} */
            confirm: true;
        };
        ResolveChargeRequest: {
            /** @enum {string} */
            as: "captured" | "failed";
            amount?: components["schemas"]["MoneyDto"];
            reference?: components["schemas"]["MoneyReference"];
            reason: components["schemas"]["PaymentReason"];
            approvalId?: components["schemas"]["Uuid"];
        };
        ResolveConflictRequest: {
            choice: components["schemas"]["SyncConflictChoiceDto"];
            note?: components["schemas"]["SyncText"];
        };
        ReturnPaymentRequest: {
            id?: components["schemas"]["Uuid"];
            reason: components["schemas"]["ReasonText"];
            drawerSessionId?: components["schemas"]["Uuid"];
            approvalId?: components["schemas"]["Uuid"];
        };
        ReverseDistributionRequest: {
            reason: components["schemas"]["TipReason"];
        };
        RoleCode: string;
        RoleResponse: {
            code: components["schemas"]["RoleCode"];
            name: string;
            description: string;
            builtIn: boolean;
            permissions: components["schemas"]["Permission"][];
            dashboard: components["schemas"]["Tile"][];
            id: components["schemas"]["Uuid"] | null;
            basedOn: components["schemas"]["RoleCode"] | null;
            template: string | null;
            createdBy: string | null;
            createdAt: components["schemas"]["Timestamp"] | null;
            updatedAt: components["schemas"]["Timestamp"] | null;
            version: number | null;
        };
        RoleTemplateResponse: {
            code: string;
            name: string;
            description: string;
            roles: components["schemas"]["TemplateRoleResponse"][];
        };
        RoleTemplatesResponse: {
            data: components["schemas"]["RoleTemplateResponse"][];
        };
        RollBackPricebookRequest: {
            to: number;
        };
        RotateWebhookSecretRequest: {
            overlapHours?: number;
        };
        RotatedDeviceTokenResponse: {
            token: string;
            oldUntil: components["schemas"]["Timestamp"];
        };
        RowCount: number;
        RowErrorResponse: {
            row: number;
            column: string | null;
            message: string;
        };
        SafeAdjustmentResponse: {
            outletId: components["schemas"]["Uuid"];
            amount: components["schemas"]["MoneyDto"];
            reason: string | null;
            actor: string;
            at: components["schemas"]["Timestamp"];
        };
        SafeResponse: {
            outletId: components["schemas"]["Uuid"];
            balance: components["schemas"]["MoneyDto"];
            data: components["schemas"]["DrawerEntryResponse"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        SalesChannelDto: "counter" | "dine_in" | "bar_tab" | "takeaway" | "delivery" | "pickup" | "drive_thru" | "kiosk" | "ecommerce";
        SalesFiguresDto: {
            orders: number;
            quantity: components["schemas"]["QuantitySum"];
            gross: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
            refunds: components["schemas"]["MoneyDto"];
        };
        SalesReportResponse: {
            groupBy: components["schemas"]["ReportGrouping"];
            from: components["schemas"]["TradingDay"];
            to: components["schemas"]["TradingDay"];
            data: components["schemas"]["SalesRowDto"][];
            totals: components["schemas"]["SalesFiguresDto"] | null;
            totalsByCurrency: components["schemas"]["SalesFiguresDto"][];
        };
        SalesRowDto: {
            orders: number;
            quantity: components["schemas"]["QuantitySum"];
            gross: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
            refunds: components["schemas"]["MoneyDto"];
            key: string;
            name: string | null;
        };
        ScannedCode: string;
        /** @enum {string} */
        Section: "device" | "outlet" | "business" | "staff" | "tenders" | "drawers" | "tables" | "drawerPolicy" | "approvalRules" | "labelRules" | "availability" | "pricebooks" | "promotions" | "modifierGroups" | "modifierAttachments" | "combos" | "pricebookEntries" | "items";
        SendBatchRequest: {
            deviceId?: components["schemas"]["Uuid"];
            key: components["schemas"]["SyncKeyDto"] | null;
            sentAt: components["schemas"]["Timestamp"];
            waiting: number;
            trigger: components["schemas"]["SyncTriggerDto"];
            entries: components["schemas"]["SyncEntryDto"][];
        };
        SendBatchResponse: {
            results: components["schemas"]["SyncResultDto"][];
            missing: components["schemas"]["SyncRangeDto"][];
            through: number;
            next: components["schemas"]["SyncNextDto"] | null;
            serverTime: components["schemas"]["Timestamp"];
            pauseMs: number;
        };
        ServiceChargeDto: {
            name: string;
            rate: components["schemas"]["TaxRate"];
            /** @enum {string} */
            basis: "before_tax" | "after_tax";
            taxGroup?: string | null;
            channels: components["schemas"]["SalesChannelDto"][];
            validFrom?: components["schemas"]["DateText"] | null;
            validTo?: components["schemas"]["DateText"] | null;
        };
        /** @enum {string} */
        SessionEndDto: "signed_out" | "switched_user" | "forced" | "staff_disabled" | "pin_reset" | "device_unlinked" | "device_locked" | "expired";
        SessionHeartbeatRequest: {
            lastTouchAt: components["schemas"]["Timestamp"];
        };
        SessionHeartbeatResponse: {
            session: components["schemas"]["SessionResponse"];
            serverTime: components["schemas"]["Timestamp"];
            warnings: components["schemas"]["SessionWarning"][];
        };
        /** @enum {string} */
        SessionMethodDto: "pin" | "badge" | "oauth" | "password";
        SessionReason: string;
        SessionResponse: {
            id: components["schemas"]["Uuid"];
            personId: components["schemas"]["Uuid"];
            actor: string;
            deviceId: components["schemas"]["Uuid"] | null;
            deviceKind: string | null;
            outletId: components["schemas"]["Uuid"] | null;
            method: components["schemas"]["SessionMethodDto"];
            status: components["schemas"]["SessionStatusDto"];
            begunAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            touchedAt: components["schemas"]["Timestamp"];
            locksAt: components["schemas"]["Timestamp"] | null;
            /** @enum {string|null} */
            mustFirst: "change_pin" | "enrol_totp" | null;
            endedAt: components["schemas"]["Timestamp"] | null;
            endedBy: string | null;
            endedWhy: components["schemas"]["SessionEndDto"] | null;
            endReason: string | null;
            version: number;
        };
        /** @enum {string} */
        SessionStatusDto: "active" | "locked" | "ended" | "expired";
        SessionWarning: {
            /** @enum {string} */
            code: "session_ends_soon" | "orders_end_soon" | "orders_ended";
            at: components["schemas"]["Timestamp"];
        };
        SetPinResponse: {
            personId: components["schemas"]["Uuid"];
            pin: string | null;
            mustChange: boolean;
        };
        SettleByHandRequest: {
            reason: components["schemas"]["PaymentReason"];
            reference?: components["schemas"]["MoneyReference"];
        };
        SettlementDetailResponse: {
            id: components["schemas"]["Uuid"];
            provider: string;
            reference: string;
            outletId: components["schemas"]["Uuid"] | null;
            periodFrom: components["schemas"]["Timestamp"];
            periodTo: components["schemas"]["Timestamp"];
            net: components["schemas"]["MoneyDto"];
            fees: components["schemas"]["MoneyDto"];
            lines: number;
            matched: number;
            differing: number;
            receivedAt: components["schemas"]["Timestamp"];
            receivedBy: string;
            missingDueAt: components["schemas"]["Timestamp"] | null;
            version: number;
            summary: components["schemas"]["SettlementDifferenceSum"][];
            differences: components["schemas"]["SettlementDifferenceResponse"][];
        };
        /** @enum {string} */
        SettlementDifferenceKind: "amount_differs" | "unknown_payment" | "missing" | "doubled" | "net_differs";
        SettlementDifferenceResponse: {
            id: components["schemas"]["Uuid"];
            settlementId: components["schemas"]["Uuid"];
            kind: components["schemas"]["SettlementDifferenceKind"];
            paymentReference: string | null;
            paymentId: components["schemas"]["Uuid"] | null;
            expected: components["schemas"]["MoneyDto"];
            found: components["schemas"]["MoneyDto"];
            status: components["schemas"]["SettlementDifferenceStatus"];
            reason: string | null;
            explainedBy: string | null;
            explainedAt: components["schemas"]["Timestamp"] | null;
            foundAt: components["schemas"]["Timestamp"];
            version: number;
        };
        /** @enum {string} */
        SettlementDifferenceStatus: "open" | "explained";
        SettlementDifferenceSum: {
            kind: components["schemas"]["SettlementDifferenceKind"];
            count: number;
            open: number;
            expected: components["schemas"]["MoneyDto"];
            found: components["schemas"]["MoneyDto"];
        };
        SettlementLineDto: {
            kind: components["schemas"]["SettlementLineKind"];
            paymentReference?: components["schemas"]["ProviderReference"] | null;
            amount: components["schemas"]["MinorUnits"];
            fee?: components["schemas"]["MinorUnits"];
        };
        /** @enum {string} */
        SettlementLineKind: "payment" | "refund" | "chargeback" | "fee" | "adjustment";
        SettlementLineResponse: {
            number: number;
            kind: components["schemas"]["SettlementLineKind"];
            paymentReference: string | null;
            amount: components["schemas"]["MinorUnits"];
            fee: components["schemas"]["MinorUnits"];
        };
        SettlementResponse: {
            id: components["schemas"]["Uuid"];
            provider: string;
            reference: string;
            outletId: components["schemas"]["Uuid"] | null;
            periodFrom: components["schemas"]["Timestamp"];
            periodTo: components["schemas"]["Timestamp"];
            net: components["schemas"]["MoneyDto"];
            fees: components["schemas"]["MoneyDto"];
            lines: number;
            matched: number;
            differing: number;
            receivedAt: components["schemas"]["Timestamp"];
            receivedBy: string;
            missingDueAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        ShiftBreakRequest: {
            from: components["schemas"]["Timestamp"];
            to?: components["schemas"]["Timestamp"] | null;
        };
        ShiftBreakResponse: {
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"] | null;
        };
        ShiftDay: string;
        ShiftEditResponse: {
            at: components["schemas"]["Timestamp"];
            by: string;
            reason: string;
            before: components["schemas"]["ShiftTimesResponse"];
            after: components["schemas"]["ShiftTimesResponse"];
        };
        ShiftPolicyRequest: {
            longestMinutes: number | null;
        };
        ShiftPolicyResponse: {
            longestMinutes: number | null;
            outletId: components["schemas"]["Uuid"];
            version: number;
        };
        ShiftReason: string;
        ShiftReportResponse: {
            shift: components["schemas"]["ShiftResponse"];
            figures: components["schemas"]["CashierFiguresDto"];
            at: components["schemas"]["Timestamp"];
        };
        ShiftResponse: {
            job: string;
            clockedInAt: components["schemas"]["Timestamp"];
            clockedOutAt: components["schemas"]["Timestamp"] | null;
            breaks: components["schemas"]["ShiftBreakResponse"][];
            declaredTips: components["schemas"]["MoneyDto"] | null;
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            personId: string;
            deviceId: string | null;
            status: components["schemas"]["ShiftStatus"];
            businessDate: string;
            workedMinutes: number | null;
            overdueAt: components["schemas"]["Timestamp"] | null;
            edits: components["schemas"]["ShiftEditResponse"][];
            version: number;
        };
        /** @enum {string} */
        ShiftStatus: "working" | "on_break" | "ended";
        ShiftTimesResponse: {
            job: string;
            clockedInAt: components["schemas"]["Timestamp"];
            clockedOutAt: components["schemas"]["Timestamp"] | null;
            breaks: components["schemas"]["ShiftBreakResponse"][];
            declaredTips: components["schemas"]["MoneyDto"] | null;
        };
        SignInAccessToken: string;
        SignInBadge: string;
        SignInLockResponse: {
            id: components["schemas"]["Uuid"];
            scope: components["schemas"]["SignInLockScope"];
            personId: components["schemas"]["Uuid"] | null;
            deviceId: components["schemas"]["Uuid"] | null;
            outletId: components["schemas"]["Uuid"] | null;
            wrongTries: number;
            lastTryAt: components["schemas"]["Timestamp"];
            lockedUntil: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        SignInLockScope: "person_on_device" | "device" | "account";
        SignInPeopleResponse: {
            data: components["schemas"]["SignInPerson"][];
            methods: ("pin" | "badge" | "oauth")[];
        };
        SignInPerson: {
            id: components["schemas"]["Uuid"];
            displayName: string;
            initials: string;
        };
        SignInPin: string;
        SignInRequest: {
            /** @enum {string} */
            method: "pin" | "badge" | "oauth";
            personId?: components["schemas"]["Uuid"];
            pin?: components["schemas"]["SignInPin"];
            badge?: components["schemas"]["SignInBadge"];
            accessToken?: components["schemas"]["SignInAccessToken"];
            replaces?: components["schemas"]["Uuid"];
            keepOther?: boolean;
        };
        SignedInResponse: {
            session: components["schemas"]["SessionResponse"];
            token: string;
            expiresAt: components["schemas"]["Timestamp"];
            person: components["schemas"]["SignInPerson"];
            roles: string[];
            permissions: string[];
            mustChangePin: boolean;
            idleLockMinutes: components["schemas"]["WholeMinutes"] | null;
        };
        SimulatedDraft: {
            name: string;
            priority?: components["schemas"]["PromotionInteger"];
            /** @enum {string} */
            level?: "line" | "order";
            select?: components["schemas"]["PromotionSelector"];
            schedule?: components["schemas"]["PromotionSchedule"] | null;
            conditions?: components["schemas"]["PromotionConditions"] | null;
            effect: components["schemas"]["PromotionEffectDto"];
            exclusiveGroup?: string | null;
            stackable?: boolean;
            timesMax?: components["schemas"]["PromotionInteger"] | null;
            amountMax?: components["schemas"]["MoneyDto"] | null;
            scope?: components["schemas"]["PromotionScopeDto"];
            validFrom?: components["schemas"]["Timestamp"] | null;
            validTo?: components["schemas"]["Timestamp"] | null;
            limits?: components["schemas"]["PromotionLimitsDto"];
        };
        SimulatedSaleResponse: {
            orderId: components["schemas"]["Uuid"];
            number: string;
            before: components["schemas"]["MoneyDto"];
            after: components["schemas"]["MoneyDto"];
            difference: components["schemas"]["MoneyDto"];
            takenOff: components["schemas"]["MoneyDto"];
        };
        SimulatedSumResponse: {
            currency: string;
            orders: number;
            before: components["schemas"]["MoneyDto"];
            after: components["schemas"]["MoneyDto"];
            difference: components["schemas"]["MoneyDto"];
        };
        SimulationRequest: {
            promotionId?: components["schemas"]["Uuid"];
            draft?: components["schemas"]["SimulatedDraft"];
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"];
            outletId?: components["schemas"]["Uuid"];
            limit?: number;
            cursor?: string;
        };
        SimulationResponse: {
            data: components["schemas"]["SimulatedSaleResponse"][];
            looked: number;
            sums: components["schemas"]["SimulatedSumResponse"][];
            nextCursor: string | null;
        };
        SinkStatusResponse: {
            name: string;
            behind: number;
            oldestSeconds: number;
            blocked: number;
            deadLetters: number;
        };
        SizePricesDto: {
            [key: string]: components["schemas"]["MoneyDto"];
        };
        Sku: string;
        SlotCount: number;
        SnapshotChunkNumber: {
            number: number;
            of: number;
        };
        SnapshotSection: {
            section: components["schemas"]["Section"];
            records: components["schemas"]["MasterDataRecord"][];
        };
        SoldGiftCardResponse: {
            cardId: string;
            last4: string;
        };
        StaffAssignmentRequest: {
            role: components["schemas"]["StaffRole"];
            outlets?: components["schemas"]["Uuid"][] | null;
            deviceKinds?: components["schemas"]["WorkDeviceKind"][] | null;
            regions?: components["schemas"]["StaffRegion"][] | null;
        };
        StaffAssignmentResponse: {
            role: components["schemas"]["StaffRole"];
            outlets: components["schemas"]["Uuid"][] | null;
            deviceKinds: components["schemas"]["WorkDeviceKind"][] | null;
            regions: components["schemas"]["StaffRegion"][] | null;
        };
        StaffBadgeResponse: {
            id: components["schemas"]["Uuid"];
            personId: components["schemas"]["Uuid"];
            label: string;
            addedBy: string;
            addedAt: components["schemas"]["Timestamp"];
            lastUsedAt: components["schemas"]["Timestamp"] | null;
        };
        StaffBadgesResponse: {
            data: components["schemas"]["StaffBadgeResponse"][];
        };
        StaffEmail: string;
        StaffLanguage: string;
        StaffName: string;
        StaffNumber: string;
        StaffPhone: string;
        StaffPin: string;
        StaffReason: string;
        StaffReasonRequest: {
            reason: components["schemas"]["StaffReason"];
        };
        StaffRegion: string;
        StaffResponse: {
            id: components["schemas"]["Uuid"];
            staffNumber: components["schemas"]["StaffNumber"];
            displayName: string;
            firstName: string | null;
            lastName: string | null;
            email: string | null;
            phone: string | null;
            locale: string | null;
            note: string | null;
            userId: string | null;
            /** @enum {string} */
            status: "active" | "disabled";
            disabledAt: components["schemas"]["Timestamp"] | null;
            assignments: components["schemas"]["StaffAssignmentResponse"][];
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            version: number;
        };
        StaffRole: string;
        StaffUserId: string;
        StartSyncRequest: {
            /** @enum {string} */
            mode?: "full" | "incremental";
        };
        /** @enum {string} */
        StatementFormat: "json" | "csv";
        SyncChangesResponse: {
            changes: components["schemas"]["MasterDataChange"][];
            cursor: string;
            more: boolean;
        };
        /** @enum {string} */
        SyncConflictChoiceDto: "keep" | "undone" | "corrected";
        SyncConflictResponse: {
            id: components["schemas"]["Uuid"];
            entryId: components["schemas"]["Uuid"];
            deviceId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            subjectId: string | null;
            cause: string;
            facts: {
                [key: string]: unknown;
            };
            choice: components["schemas"]["SyncConflictChoiceDto"];
            undo: string | null;
            status: components["schemas"]["SyncConflictStatusDto"];
            openedAt: components["schemas"]["Timestamp"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Timestamp"] | null;
            note: string | null;
            version: number;
        };
        /** @enum {string} */
        SyncConflictStatusDto: "open" | "resolved" | "reopened";
        SyncDay: string;
        SyncDeviceDayDto: {
            businessDate: components["schemas"]["SyncDay"];
            currency: string;
            sales: number;
            total: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            refunded: components["schemas"]["MoneyDto"];
        };
        SyncDeviceDetails: {
            deviceId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            through: number;
            highest: number;
            headHash: string;
            missing: components["schemas"]["SyncRangeDto"][];
            gapSince: components["schemas"]["Timestamp"] | null;
            skewMs: number | null;
            skewedSince: components["schemas"]["Timestamp"] | null;
            lastSyncAt: components["schemas"]["Timestamp"] | null;
            lastTrigger: components["schemas"]["SyncTriggerDto"] | null;
            waiting: number;
            entries: components["schemas"]["SyncEntryCountsDto"];
            days: components["schemas"]["SyncDeviceDayDto"][];
        };
        SyncDeviceResponse: {
            deviceId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            through: number;
            highest: number;
            headHash: string;
            missing: components["schemas"]["SyncRangeDto"][];
            gapSince: components["schemas"]["Timestamp"] | null;
            skewMs: number | null;
            skewedSince: components["schemas"]["Timestamp"] | null;
            lastSyncAt: components["schemas"]["Timestamp"] | null;
            lastTrigger: components["schemas"]["SyncTriggerDto"] | null;
            waiting: number;
        };
        SyncEntryCountsDto: {
            applied: number;
            held: number;
            rejected: number;
            quarantined: number;
            discarded: number;
        };
        SyncEntryDto: {
            id: components["schemas"]["Uuid"];
            sequence: number;
            at: components["schemas"]["Timestamp"];
            kind: components["schemas"]["SyncEntryKind"];
            body: {
                [key: string]: unknown;
            };
            actor: components["schemas"]["SyncPersonDto"];
            approver: components["schemas"]["SyncPersonDto"] | null;
            dependsOn: components["schemas"]["Uuid"][];
            previousHash: components["schemas"]["SyncHash"];
            hash: components["schemas"]["SyncHash"];
            signature: components["schemas"]["SyncSignature"];
        };
        SyncEntryKind: string;
        /** @enum {string} */
        SyncEntryStatusDto: "applied" | "held" | "rejected" | "quarantined" | "discarded";
        SyncErrorResponse: {
            number: number;
            sku: string | null;
            member: string | null;
            message: string;
        };
        /** @enum {string} */
        SyncFirstOutcomeDto: "applied" | "held" | "rejected" | "quarantined";
        SyncHash: string;
        SyncKeyDto: {
            kty: string;
            crv: string;
            x: string;
            y?: string;
        };
        SyncNextDto: {
            sequence: number;
            hash: string;
        };
        SyncOrderDto: {
            id: components["schemas"]["Uuid"];
            number: string;
            version: number;
            status: string;
            receiptNumber: string | null;
        };
        /** @enum {string} */
        SyncOutcomeDto: "applied" | "duplicate" | "held" | "rejected" | "quarantined";
        SyncPersonDto: {
            personId: components["schemas"]["Uuid"];
            sessionId: components["schemas"]["Uuid"] | null;
        };
        SyncRangeDto: {
            from: number;
            to: number;
        };
        SyncResponse: {
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            status: "running" | "succeeded" | "failed";
            /** @enum {string} */
            mode: "full" | "incremental";
            /** @enum {string} */
            trigger: "manual" | "schedule" | "event";
            fromRevision: string | null;
            toRevision: string | null;
            fetched: components["schemas"]["ItemCount"];
            created: components["schemas"]["ItemCount"];
            updated: components["schemas"]["ItemCount"];
            unchanged: components["schemas"]["ItemCount"];
            deleted: components["schemas"]["ItemCount"];
            rejected: components["schemas"]["ItemCount"];
            failure: string | null;
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
            errors: components["schemas"]["SyncErrorResponse"][];
        };
        SyncResultConflictDto: {
            id: components["schemas"]["Uuid"];
            cause: string;
        };
        SyncResultDto: {
            id: components["schemas"]["Uuid"];
            sequence: number;
            status: components["schemas"]["SyncOutcomeDto"];
            first: components["schemas"]["SyncFirstOutcomeDto"] | null;
            code: string | null;
            detail: string | null;
            conflicts: components["schemas"]["SyncResultConflictDto"][];
            order: components["schemas"]["SyncOrderDto"] | null;
        };
        SyncSignature: string;
        SyncSnapshotResponse: {
            chunk: components["schemas"]["SnapshotChunkNumber"];
            sections: components["schemas"]["SnapshotSection"][];
            nextChunk: string | null;
            cursor: string | null;
        };
        SyncStateResponse: {
            revision: string | null;
            lastSuccessAt: components["schemas"]["Timestamp"] | null;
            ageSeconds: number | null;
            sourceAwaySince: components["schemas"]["Timestamp"] | null;
            failure: string | null;
        };
        SyncSummary: {
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            status: "running" | "succeeded" | "failed";
            /** @enum {string} */
            mode: "full" | "incremental";
            /** @enum {string} */
            trigger: "manual" | "schedule" | "event";
            fromRevision: string | null;
            toRevision: string | null;
            fetched: components["schemas"]["ItemCount"];
            created: components["schemas"]["ItemCount"];
            updated: components["schemas"]["ItemCount"];
            unchanged: components["schemas"]["ItemCount"];
            deleted: components["schemas"]["ItemCount"];
            rejected: components["schemas"]["ItemCount"];
            failure: string | null;
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
        };
        SyncText: string;
        /** @enum {string} */
        SyncTriggerDto: "sale" | "button" | "reconnect" | "schedule" | "end_of_day" | "hub" | "file";
        /** @enum {string} */
        TableExpansion: "orders";
        TableName: string;
        TableOrder: {
            id: components["schemas"]["Uuid"];
            number: string;
            /** @enum {string} */
            status: "open" | "held";
            total: components["schemas"]["MoneyDto"];
            due: components["schemas"]["MoneyDto"];
            placedAt: components["schemas"]["Timestamp"];
            cashierId: string;
        };
        TableResponse: {
            id: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            name: string;
            area: string | null;
            seats: number;
            position: number;
            active: boolean;
            createdAt: components["schemas"]["Timestamp"];
            version: number;
        };
        TaxDto: {
            code: string;
            name: string;
            rate: components["schemas"]["TaxRate"];
            compound?: boolean;
            validFrom?: components["schemas"]["DateText"] | null;
            validTo?: components["schemas"]["DateText"] | null;
        };
        TaxExemptionRequest: {
            reference: components["schemas"]["ReferenceText"];
        };
        TaxExemptionResponse: {
            reference: string;
            grantedBy: string;
        };
        TaxGroupDto: {
            name: string;
            /** @enum {string} */
            mode: "inclusive" | "exclusive";
            taxes: components["schemas"]["TaxDto"][];
            channelSwitch?: components["schemas"]["ChannelSwitchDto"] | null;
            code: string;
        };
        TaxRate: string;
        TaxResponse: {
            code: string;
            rate: string;
            base: components["schemas"]["MoneyDto"];
            amount: components["schemas"]["MoneyDto"];
        };
        TaxedMoneyDto: {
            count: components["schemas"]["FigureCount"];
            amount: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
        };
        TemplateRoleResponse: {
            code: components["schemas"]["RoleCode"];
            name: string;
            description: string;
            basedOn: components["schemas"]["RoleCode"];
            permissions: components["schemas"]["Permission"][];
            dashboard: components["schemas"]["Tile"][];
        };
        TenantResponse: {
            id: components["schemas"]["Uuid"];
            slug: string;
            name: string;
            currency: components["schemas"]["CurrencyCode"];
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            minorDigits: components["schemas"]["MinorDigits"];
            version: number;
        };
        /** @enum {string} */
        TenderKindName: "cash" | "card" | "eftpos" | "mobile_money" | "bank_transfer" | "house_account" | "gift_card" | "voucher" | "loyalty" | "custom";
        TenderName: string;
        TenderSettingResponse: {
            code: string;
            outletId: components["schemas"]["Uuid"] | null;
            name: string;
            kind: components["schemas"]["TenderKindName"];
            provider: string | null;
            surcharge: components["schemas"]["TenderSurcharge"] | null;
            referenceRequired: boolean;
            minimum: components["schemas"]["MoneyDto"] | null;
            maximum: components["schemas"]["MoneyDto"] | null;
            refundable: boolean;
            active: boolean;
            version: number;
        };
        TenderSurcharge: {
            percent?: components["schemas"]["DecimalString"];
            amount?: components["schemas"]["MoneyDto"];
        };
        TestWebhookRequest: {
            type?: string;
        };
        /** @enum {string} */
        Tile: "loyalty" | "orders" | "staff" | "availability" | "promotions" | "sell" | "kitchen" | "drawer" | "shift" | "catalog" | "prices" | "gift_cards" | "house_accounts" | "tips" | "approvals" | "payments" | "settlements" | "reports" | "days" | "notices" | "devices" | "audit" | "licence" | "businesses";
        /**
         * @example {
         *       "pay": [
         *         "F9",
         *         "End"
         *       ],
         *       "hold": []
         *     }
         */
        TillKeysDto: {
            [key: string]: string[];
        };
        TimeOfDay: string;
        TimeRangeDto: {
            from: components["schemas"]["TimeOfDay"];
            to: components["schemas"]["EndOfRange"];
        };
        Timestamp: string;
        TipAmount: {
            amount: components["schemas"]["TipUnits"];
            currency: components["schemas"]["CurrencyCode"];
        };
        TipBalanceResponse: {
            accountId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            personId: string;
            owed: components["schemas"]["MoneyDto"];
        };
        /** @enum {string} */
        TipBasisName: "hours" | "equal" | "sales";
        TipDay: string;
        /** @enum {string} */
        TipEntryKindName: "earned" | "pool_in" | "pool_out" | "paid_cash" | "paid_payout" | "payout_returned" | "adjusted" | "reversed";
        TipEntryResponse: {
            id: components["schemas"]["Uuid"];
            accountId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            personId: string | null;
            businessDate: components["schemas"]["TipDay"];
            kind: components["schemas"]["TipEntryKindName"];
            amount: components["schemas"]["MoneyDto"];
            /** @enum {string|null} */
            means: "cash" | "card" | null;
            orderId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            poolRunId: components["schemas"]["Uuid"] | null;
            drawerSessionId: components["schemas"]["Uuid"] | null;
            payout: components["schemas"]["TipPayoutResponse"] | null;
            reason: string | null;
            approvedBy: string | null;
            actor: string;
            at: components["schemas"]["Timestamp"];
        };
        TipMovedResponse: {
            id: components["schemas"]["Uuid"];
            accountId: components["schemas"]["Uuid"];
            outletId: components["schemas"]["Uuid"];
            personId: string | null;
            businessDate: components["schemas"]["TipDay"];
            kind: components["schemas"]["TipEntryKindName"];
            amount: components["schemas"]["MoneyDto"];
            /** @enum {string|null} */
            means: "cash" | "card" | null;
            orderId: components["schemas"]["Uuid"] | null;
            paymentId: components["schemas"]["Uuid"] | null;
            poolRunId: components["schemas"]["Uuid"] | null;
            drawerSessionId: components["schemas"]["Uuid"] | null;
            payout: components["schemas"]["TipPayoutResponse"] | null;
            reason: string | null;
            approvedBy: string | null;
            actor: string;
            at: components["schemas"]["Timestamp"];
            owed: components["schemas"]["MoneyDto"];
        };
        TipPayoutDto: {
            provider: string;
            payee: string;
        };
        TipPayoutResponse: {
            provider: string;
            payee: string;
            id: components["schemas"]["Uuid"];
        };
        TipPerson: string;
        TipReason: string;
        TipReportResponse: {
            from: components["schemas"]["TipDay"];
            to: components["schemas"]["TipDay"];
            data: components["schemas"]["TipRowDto"][];
            totals: components["schemas"]["TipTotalDto"][];
        };
        TipRequest: {
            tip: components["schemas"]["MoneyDto"];
        };
        TipRowDto: {
            earned: components["schemas"]["MoneyDto"];
            earnedCash: components["schemas"]["MoneyDto"];
            earnedCard: components["schemas"]["MoneyDto"];
            pooled: components["schemas"]["MoneyDto"];
            shared: components["schemas"]["MoneyDto"];
            adjusted: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            owed: components["schemas"]["MoneyDto"];
            sales: components["schemas"]["MoneyDto"];
            percentOfSales: string | null;
            businessDate: components["schemas"]["TipDay"];
            personId: string;
            declared: components["schemas"]["MoneyDto"] | null;
            variance: components["schemas"]["MoneyDto"] | null;
        };
        TipRulesRequest: {
            name: string;
            active?: boolean;
            percent: number;
            sources: components["schemas"]["TipSourcesName"];
            basis: components["schemas"]["TipBasisName"];
            shares: components["schemas"]["JobShareDto"][];
        };
        TipRulesResponse: {
            name: string;
            active: boolean;
            percent: number;
            sources: components["schemas"]["TipSourcesName"];
            basis: components["schemas"]["TipBasisName"];
            shares: components["schemas"]["JobShareDto"][];
            outletId: components["schemas"]["Uuid"];
            version: number;
        };
        /** @enum {string} */
        TipSourcesName: "all" | "card" | "cash";
        TipTotalDto: {
            earned: components["schemas"]["MoneyDto"];
            earnedCash: components["schemas"]["MoneyDto"];
            earnedCard: components["schemas"]["MoneyDto"];
            pooled: components["schemas"]["MoneyDto"];
            shared: components["schemas"]["MoneyDto"];
            adjusted: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            owed: components["schemas"]["MoneyDto"];
            sales: components["schemas"]["MoneyDto"];
            percentOfSales: string | null;
            declared: components["schemas"]["MoneyDto"];
            undistributed: components["schemas"]["MoneyDto"];
        };
        TipUnits: number;
        TotalsResponse: {
            subtotal: components["schemas"]["MoneyDto"];
            discount: components["schemas"]["MoneyDto"];
            serviceCharge: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            tip: components["schemas"]["MoneyDto"];
            rounding: components["schemas"]["MoneyDto"];
            surcharge: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            change: components["schemas"]["MoneyDto"];
            due: components["schemas"]["MoneyDto"];
        };
        TotpSecretResponse: {
            secret: string;
            uri: string;
            qrCode: string;
        };
        TradingDay: string;
        TransferGiftCardRequest: {
            toCardId: components["schemas"]["Uuid"];
            amount?: components["schemas"]["GiftCardAmount"];
            reason: components["schemas"]["GiftCardReason"];
        };
        /** @enum {string} */
        TransferStatusName: "created" | "sent" | "pending" | "done" | "failed" | "unknown";
        TypedDigits: string;
        UnallocatedReasonRequest: {
            approvalId?: components["schemas"]["Uuid"];
            outletId?: components["schemas"]["Uuid"];
            reason: components["schemas"]["PaymentReason"];
        };
        UnallocatedResponse: {
            id: components["schemas"]["Uuid"];
            provider: string;
            tender: string | null;
            paymentId: components["schemas"]["Uuid"] | null;
            orderId: components["schemas"]["Uuid"] | null;
            outletId: components["schemas"]["Uuid"] | null;
            amount: components["schemas"]["MoneyDto"];
            reason: string;
            reference: string;
            payerHint: string | null;
            arrivedAt: components["schemas"]["Timestamp"];
            status: components["schemas"]["UnallocatedStatusName"];
            resolvedBy: string | null;
            resolvedAt: components["schemas"]["Timestamp"] | null;
            resolvedReason: string | null;
            approvedBy: string | null;
            allocatedOrderId: components["schemas"]["Uuid"] | null;
            became: components["schemas"]["Uuid"] | null;
            test: boolean;
            version: number;
        };
        /** @enum {string} */
        UnallocatedStatusName: "open" | "allocated" | "refunded" | "written_off";
        UnlinkDeviceRequest: {
            reason: components["schemas"]["DeviceReason"];
            force?: boolean;
        };
        UnlockSessionRequest: {
            pin: components["schemas"]["SignInPin"];
        };
        Uuid: string;
        VariantDto: {
            sku: string;
            attributes: components["schemas"]["AttributesDto"];
        };
        VerifiedSeriesDto: {
            scope: components["schemas"]["ReportScopeDto"];
            seriesId: components["schemas"]["Uuid"];
            reports: components["schemas"]["FigureCount"];
            faults: components["schemas"]["ChainFaultDto"][];
        };
        VerifyRegistrationRequest: {
            code: string;
        };
        VerifyReportsResponse: {
            intact: boolean;
            series: components["schemas"]["VerifiedSeriesDto"][];
        };
        VoidRequest: {
            reason: components["schemas"]["ReasonText"];
            approvalId?: components["schemas"]["Uuid"];
        };
        WebhookAttemptResponse: {
            at: components["schemas"]["Timestamp"];
            durationMs: number;
            status: number | null;
            error: string | null;
            requestHeaders: components["schemas"]["HeaderMap"];
            responseHeaders: components["schemas"]["HeaderMap"] | null;
            responseBody: string | null;
            truncated: boolean;
        };
        WebhookDeliveryDetailResponse: {
            id: components["schemas"]["Uuid"];
            endpointId: components["schemas"]["Uuid"];
            eventId: components["schemas"]["Uuid"];
            eventType: string;
            test: boolean;
            status: components["schemas"]["WebhookDeliveryStatus"];
            tries: number;
            replays: number;
            nextAttemptAt: components["schemas"]["Timestamp"] | null;
            lastStatus: number | null;
            lastError: string | null;
            createdAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
            url: string;
            payload: string | null;
            attempts: components["schemas"]["WebhookAttemptResponse"][];
        };
        WebhookDeliveryResponse: {
            id: components["schemas"]["Uuid"];
            endpointId: components["schemas"]["Uuid"];
            eventId: components["schemas"]["Uuid"];
            eventType: string;
            test: boolean;
            status: components["schemas"]["WebhookDeliveryStatus"];
            tries: number;
            replays: number;
            nextAttemptAt: components["schemas"]["Timestamp"] | null;
            lastStatus: number | null;
            lastError: string | null;
            createdAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        WebhookDeliveryStatus: "pending" | "delivered" | "parked" | "cancelled";
        WebhookEndpointResponse: {
            id: components["schemas"]["Uuid"];
            url: string;
            description: string;
            eventTypes: string[];
            outletIds: components["schemas"]["Uuid"][] | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @enum {string|null} */
            disabledReason: "manual" | "gone" | "failing" | null;
            disabledAt: components["schemas"]["Timestamp"] | null;
            secret: string;
            previousSecretUntil: components["schemas"]["Timestamp"] | null;
            failingSince: components["schemas"]["Timestamp"] | null;
            lastSuccessAt: components["schemas"]["Timestamp"] | null;
            createdBy: string;
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            version: number;
        };
        WebhookUrl: string;
        WholeMinutes: number;
        Words: string[];
        /** @enum {string} */
        WorkDeviceKind: "kiosk" | "till" | "tablet" | "kitchen_display" | "customer_screen" | "hub";
        XReportResponse: {
            scope: components["schemas"]["ReportScopeDto"];
            outletId: components["schemas"]["Uuid"];
            outletName: string;
            currency: string;
            businessDate: components["schemas"]["BusinessDay"];
            drawerId: components["schemas"]["Uuid"] | null;
            sessionId: components["schemas"]["Uuid"] | null;
            at: components["schemas"]["Timestamp"];
            closed: boolean;
            withheld: boolean;
            figures: components["schemas"]["DayFiguresDto"];
            exceptions: components["schemas"]["ReportExceptionDto"][];
        };
        ZReportResponse: {
            /** @enum {number} */
            format: 1;
            id: components["schemas"]["Uuid"];
            scope: components["schemas"]["ReportScopeDto"];
            outletId: components["schemas"]["Uuid"];
            outletName: string;
            timeZone: string;
            currency: string;
            minorDigits: components["schemas"]["FigureCount"];
            drawerId: components["schemas"]["Uuid"] | null;
            sessionId: components["schemas"]["Uuid"] | null;
            businessDate: components["schemas"]["BusinessDay"];
            number: components["schemas"]["FigureCount"];
            previousHash: string | null;
            grandTotal: components["schemas"]["MoneyDto"];
            madeAt: components["schemas"]["Timestamp"];
            madeAtLocal: string;
            madeBy: string;
            reason: string | null;
            figures: components["schemas"]["DayFiguresDto"];
            exceptions: components["schemas"]["ReportExceptionDto"][];
            auditHead: components["schemas"]["ReportAuditHead"] | null;
            hash: string;
        };
        ZReportSummaryResponse: {
            id: components["schemas"]["Uuid"];
            scope: components["schemas"]["ReportScopeDto"];
            outletId: components["schemas"]["Uuid"];
            drawerId: components["schemas"]["Uuid"] | null;
            sessionId: components["schemas"]["Uuid"] | null;
            businessDate: components["schemas"]["BusinessDay"];
            number: components["schemas"]["FigureCount"];
            madeAt: components["schemas"]["Timestamp"];
            madeBy: string;
            exceptions: components["schemas"]["FigureCount"];
            total: components["schemas"]["MoneyDto"];
            grandTotal: components["schemas"]["MoneyDto"];
            hash: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
