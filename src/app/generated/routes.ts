/* tslint:disable */
/* eslint-disable */
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import type { TsoaRoute } from '@tsoa/runtime';
import {  fetchMiddlewares, ExpressTemplateService } from '@tsoa/runtime';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { WebhookEndpointsController } from './../../modules/webhooks/adapters/http/webhook-endpoints.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { WebhookDeliveriesController } from './../../modules/webhooks/adapters/http/webhook-deliveries.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ReportsController } from './../../modules/reporting/adapters/http/reports.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PromotionsController } from './../../modules/promotions/adapters/http/promotions.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PromotionSimulationsController } from './../../modules/promotions/adapters/http/promotion-simulations.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PromotionCodesController } from './../../modules/promotions/adapters/http/promotion-codes.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PricebooksController } from './../../modules/pricebooks/adapters/http/pricebooks.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PricebookVersionsController } from './../../modules/pricebooks/adapters/http/pricebook-versions.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TenantController } from './../../modules/outlets/adapters/http/tenant.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TaxGroupsController } from './../../modules/outlets/adapters/http/tax-groups.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OutletsController } from './../../modules/outlets/adapters/http/outlets.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ReceiptController } from './../../modules/orders/adapters/http/receipt.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PricingController } from './../../modules/orders/adapters/http/pricing.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrdersController } from './../../modules/orders/adapters/http/orders.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrderCommandsController } from './../../modules/orders/adapters/http/order-commands.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrderExtrasController } from './../../modules/orders/adapters/http/order-extras.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LoyaltyController } from './../../modules/loyalty/adapters/http/loyalty.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LoyaltyBurnsController } from './../../modules/loyalty/adapters/http/loyalty-burns.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { GiftCardsController } from './../../modules/gift-cards/adapters/http/gift-cards.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { GiftCardReportsController } from './../../modules/gift-cards/adapters/http/gift-card-reports.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { GiftCardCommandsController } from './../../modules/gift-cards/adapters/http/gift-card-commands.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { InboxDeadLettersController } from './../../modules/dead-letters/adapters/http/inbox-dead-letters.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DeadLettersController } from './../../modules/dead-letters/adapters/http/dead-letters.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SyncsController } from './../../modules/catalog/adapters/http/syncs.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ModifierGroupsController } from './../../modules/catalog/adapters/http/modifier-groups.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LookupController } from './../../modules/catalog/adapters/http/lookup.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LabelRulesController } from './../../modules/catalog/adapters/http/label-rules.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ItemsController } from './../../modules/catalog/adapters/http/items.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ItemModifiersController } from './../../modules/catalog/adapters/http/item-modifiers.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ImportsController } from './../../modules/catalog/adapters/http/imports.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CombosController } from './../../modules/catalog/adapters/http/combos.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ChangesController } from './../../modules/catalog/adapters/http/changes.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CategoryModifiersController } from './../../modules/catalog/adapters/http/category-modifiers.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CategoriesController } from './../../modules/catalog/adapters/http/categories.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AvailabilityController } from './../../modules/catalog/adapters/http/availability.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ApiKeysController } from './../../modules/access/adapters/http/api-keys.controller.js';
import { expressAuthentication } from './../authentication.js';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../ioc.js';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (req: ExRequest, securityName: string, scopes?: string[], res?: ExResponse) => Promise<any>;


// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

const models: TsoaRoute.Models = {
    "Uuid": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a UUID in lower case","value":"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Timestamp": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be RFC 3339","value":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3])(:[0-5]\\d){2}(\\.\\d{1,9})?(Z|[+-][0-2]\\d:[0-5]\\d)$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookEndpointResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "url": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "eventTypes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["enabled"]},{"dataType":"enum","enums":["disabled"]}],"required":true},
            "disabledReason": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["gone"]},{"dataType":"enum","enums":["failing"]},{"dataType":"enum","enums":[null]}],"required":true},
            "disabledAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "secret": {"dataType":"string","required":true},
            "previousSecretUntil": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "failingSince": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastSuccessAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdBy": {"dataType":"string","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "updatedAt": {"ref":"Timestamp","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_WebhookEndpointResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"WebhookEndpointResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProblemField": {
        "dataType": "refObject",
        "properties": {
            "pointer": {"dataType":"string","required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Problem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "status": {"dataType":"integer","required":true},
            "detail": {"dataType":"string"},
            "instance": {"dataType":"string","required":true},
            "code": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^[a-z][a-z0-9_]*$"}}},
            "retryable": {"dataType":"boolean","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"ProblemField"}},
            "traceId": {"dataType":"string","required":true},
            "permission": {"dataType":"string"},
            "currentVersion": {"dataType":"integer"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PageLimit": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":200}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookUrl": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EventTypePattern": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"maxLength":{"value":100}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateWebhookEndpointRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "url": {"ref":"WebhookUrl","required":true},
            "description": {"dataType":"string","validators":{"maxLength":{"value":500}}},
            "eventTypes": {"dataType":"array","array":{"dataType":"refAlias","ref":"EventTypePattern"},"validators":{"maxItems":{"value":100}}},
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeWebhookEndpointRequest": {
        "dataType": "refObject",
        "properties": {
            "url": {"ref":"WebhookUrl"},
            "description": {"dataType":"string","validators":{"maxLength":{"value":500}}},
            "eventTypes": {"dataType":"array","array":{"dataType":"refAlias","ref":"EventTypePattern"},"validators":{"maxItems":{"value":100}}},
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RotateWebhookSecretRequest": {
        "dataType": "refObject",
        "properties": {
            "overlapHours": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":168}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookDeliveryStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["delivered"]},{"dataType":"enum","enums":["parked"]},{"dataType":"enum","enums":["cancelled"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookDeliveryResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "endpointId": {"ref":"Uuid","required":true},
            "eventId": {"ref":"Uuid","required":true},
            "eventType": {"dataType":"string","required":true},
            "test": {"dataType":"boolean","required":true},
            "status": {"ref":"WebhookDeliveryStatus","required":true},
            "tries": {"dataType":"integer","required":true},
            "replays": {"dataType":"integer","required":true},
            "nextAttemptAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastStatus": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastError": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TestWebhookRequest": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a type of events","value":"^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$"},"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayedWebhooksResponse": {
        "dataType": "refObject",
        "properties": {
            "queued": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayWebhooksRequest": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["parked"]},{"dataType":"enum","enums":["all"]}],"required":true},
            "from": {"ref":"Timestamp"},
            "to": {"ref":"Timestamp"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_WebhookDeliveryResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"WebhookDeliveryResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HeaderMap": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": {"dataType":"string"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookAttemptResponse": {
        "dataType": "refObject",
        "properties": {
            "at": {"ref":"Timestamp","required":true},
            "durationMs": {"dataType":"integer","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "error": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "requestHeaders": {"ref":"HeaderMap","required":true},
            "responseHeaders": {"dataType":"union","subSchemas":[{"ref":"HeaderMap"},{"dataType":"enum","enums":[null]}],"required":true},
            "responseBody": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "truncated": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WebhookDeliveryDetailResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "endpointId": {"ref":"Uuid","required":true},
            "eventId": {"ref":"Uuid","required":true},
            "eventType": {"dataType":"string","required":true},
            "test": {"dataType":"boolean","required":true},
            "status": {"ref":"WebhookDeliveryStatus","required":true},
            "tries": {"dataType":"integer","required":true},
            "replays": {"dataType":"integer","required":true},
            "nextAttemptAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastStatus": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastError": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "url": {"dataType":"string","required":true},
            "payload": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "attempts": {"dataType":"array","array":{"dataType":"refObject","ref":"WebhookAttemptResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReportGrouping": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["day"]},{"dataType":"enum","enums":["hour"]},{"dataType":"enum","enums":["weekday"]},{"dataType":"enum","enums":["month"]},{"dataType":"enum","enums":["item"]},{"dataType":"enum","enums":["category"]},{"dataType":"enum","enums":["tender"]},{"dataType":"enum","enums":["cashier"]},{"dataType":"enum","enums":["outlet"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TradingDay": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a date as YYYY-MM-DD","value":"^\\d{4}-\\d{2}-\\d{2}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "QuantitySum": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a decimal string","value":"^-?\\d+(\\.\\d{1,6})?$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MinorUnits": {
        "dataType": "refAlias",
        "type": {"dataType":"long","validators":{"isLong":{"errorMsg":"must be an integer of minor units"},"minimum":{"value":-9007199254740991},"maximum":{"value":9007199254740991}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CurrencyCode": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be three capital letters","value":"^[A-Z]{3}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MoneyDto": {
        "dataType": "refObject",
        "properties": {
            "amount": {"ref":"MinorUnits","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SalesRowDto": {
        "dataType": "refObject",
        "properties": {
            "orders": {"dataType":"integer","required":true},
            "quantity": {"ref":"QuantitySum","required":true},
            "gross": {"ref":"MoneyDto","required":true},
            "discount": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
            "net": {"ref":"MoneyDto","required":true},
            "refunds": {"ref":"MoneyDto","required":true},
            "key": {"dataType":"string","required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SalesFiguresDto": {
        "dataType": "refObject",
        "properties": {
            "orders": {"dataType":"integer","required":true},
            "quantity": {"ref":"QuantitySum","required":true},
            "gross": {"ref":"MoneyDto","required":true},
            "discount": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
            "net": {"ref":"MoneyDto","required":true},
            "refunds": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SalesReportResponse": {
        "dataType": "refObject",
        "properties": {
            "groupBy": {"ref":"ReportGrouping","required":true},
            "from": {"ref":"TradingDay","required":true},
            "to": {"ref":"TradingDay","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"SalesRowDto"},"required":true},
            "totals": {"dataType":"union","subSchemas":[{"ref":"SalesFiguresDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "totalsByCurrency": {"dataType":"array","array":{"dataType":"refObject","ref":"SalesFiguresDto"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReportFormat": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["json"]},{"dataType":"enum","enums":["csv"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["paused"]},{"dataType":"enum","enums":["ended"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionInteger": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionSelector": {
        "dataType": "refObject",
        "properties": {
            "skus": {"dataType":"array","array":{"dataType":"string"}},
            "categories": {"dataType":"array","array":{"dataType":"string"}},
            "excludeSkus": {"dataType":"array","array":{"dataType":"string"}},
            "excludeCategories": {"dataType":"array","array":{"dataType":"string"}},
            "comboParts": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionWeekday": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be 1 to 7"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionWindow": {
        "dataType": "refObject",
        "properties": {
            "weekdays": {"dataType":"array","array":{"dataType":"refAlias","ref":"PromotionWeekday"},"required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionSchedule": {
        "dataType": "refObject",
        "properties": {
            "startsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "endsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionWindow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DecimalString": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a decimal string with at most nine digits before and six after the point","value":"^-?\\d{1,9}(\\.\\d{1,6})?$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionConditions": {
        "dataType": "refObject",
        "properties": {
            "select": {"ref":"PromotionSelector"},
            "minAmount": {"ref":"MoneyDto"},
            "minQuantity": {"ref":"DecimalString"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionTier": {
        "dataType": "refObject",
        "properties": {
            "from": {"ref":"DecimalString","required":true},
            "rate": {"ref":"DecimalString"},
            "amountOff": {"ref":"MoneyDto"},
            "price": {"ref":"MoneyDto"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionPart": {
        "dataType": "refObject",
        "properties": {
            "select": {"ref":"PromotionSelector","required":true},
            "quantity": {"ref":"PromotionInteger","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionOffer": {
        "dataType": "refObject",
        "properties": {
            "price": {"ref":"MoneyDto"},
            "rate": {"ref":"DecimalString"},
            "amountOff": {"ref":"MoneyDto"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionEffectDto": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["percent_off"]},{"dataType":"enum","enums":["amount_off"]},{"dataType":"enum","enums":["fixed_price"]},{"dataType":"enum","enums":["quantity_break"]},{"dataType":"enum","enums":["buy_get"]},{"dataType":"enum","enums":["units_off"]},{"dataType":"enum","enums":["bundle"]}],"required":true},
            "rate": {"ref":"DecimalString"},
            "amount": {"ref":"MoneyDto"},
            "price": {"ref":"MoneyDto"},
            "of": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["item"]},{"dataType":"enum","enums":["selection"]}]},
            "tiers": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionTier"}},
            "buy": {"ref":"PromotionInteger"},
            "get": {"ref":"PromotionInteger"},
            "pick": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["cheapest"]},{"dataType":"enum","enums":["same_item"]}]},
            "getSelect": {"ref":"PromotionSelector"},
            "units": {"ref":"PromotionInteger"},
            "parts": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionPart"}},
            "offer": {"ref":"PromotionOffer"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionChannel": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["counter"]},{"dataType":"enum","enums":["dine_in"]},{"dataType":"enum","enums":["bar_tab"]},{"dataType":"enum","enums":["takeaway"]},{"dataType":"enum","enums":["delivery"]},{"dataType":"enum","enums":["pickup"]},{"dataType":"enum","enums":["drive_thru"]},{"dataType":"enum","enums":["kiosk"]},{"dataType":"enum","enums":["ecommerce"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionScopeDto": {
        "dataType": "refObject",
        "properties": {
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"PromotionChannel"}},{"dataType":"enum","enums":[null]}]},
            "customerGroups": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}]},
            "entitlements": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionLimitsDto": {
        "dataType": "refObject",
        "properties": {
            "usesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "usesPerCustomerMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "budget": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "priority": {"ref":"PromotionInteger","required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}],"required":true},
            "select": {"ref":"PromotionSelector","required":true},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PromotionSchedule"},{"dataType":"enum","enums":[null]}],"required":true},
            "conditions": {"dataType":"union","subSchemas":[{"ref":"PromotionConditions"},{"dataType":"enum","enums":[null]}],"required":true},
            "effect": {"ref":"PromotionEffectDto","required":true},
            "exclusiveGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "stackable": {"dataType":"boolean","required":true},
            "timesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}],"required":true},
            "amountMax": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "scope": {"ref":"PromotionScopeDto","required":true},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "limits": {"ref":"PromotionLimitsDto","required":true},
            "id": {"ref":"Uuid","required":true},
            "activation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["automatic"]},{"dataType":"enum","enums":["code"]}],"required":true},
            "status": {"ref":"PromotionState","required":true},
            "ruleVersion": {"ref":"PromotionInteger","required":true},
            "version": {"ref":"PromotionInteger","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "updatedAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PromotionResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreatePromotionRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "priority": {"ref":"PromotionInteger"},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}]},
            "select": {"ref":"PromotionSelector"},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PromotionSchedule"},{"dataType":"enum","enums":[null]}]},
            "conditions": {"dataType":"union","subSchemas":[{"ref":"PromotionConditions"},{"dataType":"enum","enums":[null]}]},
            "effect": {"ref":"PromotionEffectDto","required":true},
            "exclusiveGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "stackable": {"dataType":"boolean"},
            "timesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "amountMax": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
            "scope": {"ref":"PromotionScopeDto"},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "limits": {"ref":"PromotionLimitsDto"},
            "id": {"ref":"Uuid"},
            "activation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["automatic"]},{"dataType":"enum","enums":["code"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangePromotionRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string"},
            "priority": {"ref":"PromotionInteger"},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}]},
            "select": {"ref":"PromotionSelector"},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PromotionSchedule"},{"dataType":"enum","enums":[null]}]},
            "conditions": {"dataType":"union","subSchemas":[{"ref":"PromotionConditions"},{"dataType":"enum","enums":[null]}]},
            "effect": {"ref":"PromotionEffectDto"},
            "exclusiveGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "stackable": {"dataType":"boolean"},
            "timesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "amountMax": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
            "scope": {"ref":"PromotionScopeDto"},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "limits": {"ref":"PromotionLimitsDto"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionVersionResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "priority": {"ref":"PromotionInteger","required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}],"required":true},
            "select": {"ref":"PromotionSelector","required":true},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PromotionSchedule"},{"dataType":"enum","enums":[null]}],"required":true},
            "conditions": {"dataType":"union","subSchemas":[{"ref":"PromotionConditions"},{"dataType":"enum","enums":[null]}],"required":true},
            "effect": {"ref":"PromotionEffectDto","required":true},
            "exclusiveGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "stackable": {"dataType":"boolean","required":true},
            "timesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}],"required":true},
            "amountMax": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "scope": {"ref":"PromotionScopeDto","required":true},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "limits": {"ref":"PromotionLimitsDto","required":true},
            "version": {"ref":"PromotionInteger","required":true},
            "madeBy": {"dataType":"string","required":true},
            "madeAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PromotionVersionResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionVersionResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionVersionNumber": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":1},"maximum":{"value":2147483647}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SimulatedSaleResponse": {
        "dataType": "refObject",
        "properties": {
            "orderId": {"ref":"Uuid","required":true},
            "number": {"dataType":"string","required":true},
            "before": {"ref":"MoneyDto","required":true},
            "after": {"ref":"MoneyDto","required":true},
            "difference": {"ref":"MoneyDto","required":true},
            "takenOff": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SimulatedSumResponse": {
        "dataType": "refObject",
        "properties": {
            "currency": {"dataType":"string","required":true},
            "orders": {"dataType":"integer","required":true},
            "before": {"ref":"MoneyDto","required":true},
            "after": {"ref":"MoneyDto","required":true},
            "difference": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SimulationResponse": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"SimulatedSaleResponse"},"required":true},
            "looked": {"dataType":"integer","required":true},
            "sums": {"dataType":"array","array":{"dataType":"refObject","ref":"SimulatedSumResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SimulatedDraft": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "priority": {"ref":"PromotionInteger"},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}]},
            "select": {"ref":"PromotionSelector"},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PromotionSchedule"},{"dataType":"enum","enums":[null]}]},
            "conditions": {"dataType":"union","subSchemas":[{"ref":"PromotionConditions"},{"dataType":"enum","enums":[null]}]},
            "effect": {"ref":"PromotionEffectDto","required":true},
            "exclusiveGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "stackable": {"dataType":"boolean"},
            "timesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "amountMax": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
            "scope": {"ref":"PromotionScopeDto"},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "limits": {"ref":"PromotionLimitsDto"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SimulationRequest": {
        "dataType": "refObject",
        "properties": {
            "promotionId": {"ref":"Uuid"},
            "draft": {"ref":"SimulatedDraft"},
            "from": {"ref":"Timestamp","required":true},
            "to": {"ref":"Timestamp","required":true},
            "outletId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":500}}},
            "cursor": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromoCodeResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "promotionId": {"ref":"Uuid","required":true},
            "batchId": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "usesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}],"required":true},
            "usesPerCustomerMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}],"required":true},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "active": {"dataType":"boolean","required":true},
            "uses": {"ref":"PromotionInteger","required":true},
            "version": {"ref":"PromotionInteger","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PromoCodeResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PromoCodeResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssuedPromoCodesResponse": {
        "dataType": "refObject",
        "properties": {
            "promotionId": {"ref":"Uuid","required":true},
            "batchId": {"ref":"Uuid","required":true},
            "count": {"ref":"PromotionInteger","required":true},
            "codes": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssuePromoCodesRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string"},
            "count": {"ref":"PromotionInteger"},
            "prefix": {"dataType":"string"},
            "length": {"ref":"PromotionInteger"},
            "usesMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "usesPerCustomerMax": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangePromoCodeRequest": {
        "dataType": "refObject",
        "properties": {
            "active": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionUseResponse": {
        "dataType": "refObject",
        "properties": {
            "orderId": {"ref":"Uuid","required":true},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "usedAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PromotionUseResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PromotionUseResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromotionFiguresResponse": {
        "dataType": "refObject",
        "properties": {
            "uses": {"ref":"PromotionInteger","required":true},
            "customers": {"ref":"PromotionInteger","required":true},
            "givenAway": {"dataType":"array","array":{"dataType":"refObject","ref":"MoneyDto"},"required":true},
            "usesLeft": {"dataType":"union","subSchemas":[{"ref":"PromotionInteger"},{"dataType":"enum","enums":[null]}],"required":true},
            "budgetLeft": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "codes": {"ref":"PromotionInteger","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookChannelDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["counter"]},{"dataType":"enum","enums":["dine_in"]},{"dataType":"enum","enums":["bar_tab"]},{"dataType":"enum","enums":["takeaway"]},{"dataType":"enum","enums":["delivery"]},{"dataType":"enum","enums":["pickup"]},{"dataType":"enum","enums":["drive_thru"]},{"dataType":"enum","enums":["kiosk"]},{"dataType":"enum","enums":["ecommerce"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookWindowResponse": {
        "dataType": "refObject",
        "properties": {
            "weekdays": {"dataType":"array","array":{"dataType":"double"},"required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookScheduleResponse": {
        "dataType": "refObject",
        "properties": {
            "startsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "endsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookWindowResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookScopeResponse": {
        "dataType": "refObject",
        "properties": {
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"required":true},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"PricebookChannelDto"}},{"dataType":"enum","enums":[null]}],"required":true},
            "customerGroups": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PricebookScheduleResponse"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PriceEffectKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["absolute"]},{"dataType":"enum","enums":["percent"]},{"dataType":"enum","enums":["amount"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookRuleResponse": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"PriceEffectKind","required":true},
            "amount": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "rate": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookVersionResponse": {
        "dataType": "refObject",
        "properties": {
            "number": {"dataType":"integer","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["scheduled"]},{"dataType":"enum","enums":["published"]},{"dataType":"enum","enums":["retired"]}],"required":true},
            "priority": {"dataType":"integer","required":true},
            "scope": {"ref":"PricebookScopeResponse","required":true},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookRuleResponse"},"required":true},
            "entryCount": {"dataType":"integer","required":true},
            "copiedFrom": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "publishAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "publishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "publishedBy": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "retiredAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "withdrawnBy": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdBy": {"dataType":"string","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"dataType":"string","required":true},
            "parentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["archived"]}],"required":true},
            "draft": {"dataType":"union","subSchemas":[{"ref":"PricebookVersionResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "inForce": {"dataType":"union","subSchemas":[{"ref":"PricebookVersionResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "scheduled": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookVersionResponse"},"required":true},
            "createdBy": {"dataType":"string","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "updatedAt": {"ref":"Timestamp","required":true},
            "archivedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PricebookResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["archived"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookPriority": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":999}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookWeekday": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":7}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookWindow": {
        "dataType": "refObject",
        "properties": {
            "weekdays": {"dataType":"array","array":{"dataType":"refAlias","ref":"PricebookWeekday"},"required":true,"validators":{"maxItems":{"value":7}}},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookSchedule": {
        "dataType": "refObject",
        "properties": {
            "startsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "endsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookWindow"},"required":true,"validators":{"maxItems":{"value":50}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookScope": {
        "dataType": "refObject",
        "properties": {
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":1000}}},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"PricebookChannelDto"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":20}}},
            "customerGroups": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":50}}},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PricebookSchedule"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookRule": {
        "dataType": "refObject",
        "properties": {
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "kind": {"ref":"PriceEffectKind","required":true},
            "amount": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
            "rate": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreatePricebookRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "parentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}]},
            "priority": {"ref":"PricebookPriority"},
            "scope": {"ref":"PricebookScope"},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookRule"},"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PriceEffectResponse": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"PriceEffectKind","required":true},
            "amount": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "rate": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EffectivePriceStep": {
        "dataType": "refObject",
        "properties": {
            "pricebookId": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "version": {"dataType":"integer","required":true},
            "effect": {"ref":"PriceEffectResponse","required":true},
            "by": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["entry"]},{"dataType":"enum","enums":["category"]},{"dataType":"enum","enums":["all"]}],"required":true},
            "reason": {"dataType":"string","required":true},
            "price": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PassedOverPricebook": {
        "dataType": "refObject",
        "properties": {
            "pricebookId": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "version": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "why": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EffectivePriceResponse": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "at": {"ref":"Timestamp","required":true},
            "listPrice": {"ref":"MoneyDto","required":true},
            "steps": {"dataType":"array","array":{"dataType":"refObject","ref":"EffectivePriceStep"},"required":true},
            "price": {"ref":"MoneyDto","required":true},
            "passedOver": {"dataType":"array","array":{"dataType":"refObject","ref":"PassedOverPricebook"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangePricebookRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "name": {"dataType":"string"},
            "parentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PublishPricebookRequest": {
        "dataType": "refObject",
        "properties": {
            "publishAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RollBackPricebookRequest": {
        "dataType": "refObject",
        "properties": {
            "to": {"dataType":"integer","required":true,"validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":1000000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeDraftRequest": {
        "dataType": "refObject",
        "properties": {
            "priority": {"ref":"PricebookPriority"},
            "scope": {"ref":"PricebookScope"},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookRule"},"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookEntry": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string","required":true,"validators":{"maxLength":{"value":64}}},
            "kind": {"ref":"PriceEffectKind","required":true},
            "amount": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}]},
            "rate": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EditEntriesRequest": {
        "dataType": "refObject",
        "properties": {
            "set": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookEntry"},"validators":{"maxItems":{"value":5000}}},
            "remove": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplaceEntriesRequest": {
        "dataType": "refObject",
        "properties": {
            "entries": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookEntry"},"required":true,"validators":{"maxItems":{"value":5000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OpenDraftRequest": {
        "dataType": "refObject",
        "properties": {
            "from": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":1000000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PricebookVersionResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookVersionResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookVersionNumber": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":1000000}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookEntryResponse": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"PriceEffectKind","required":true},
            "amount": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "rate": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "sku": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PricebookEntryResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookEntryResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookTermsDiff": {
        "dataType": "refObject",
        "properties": {
            "priority": {"dataType":"integer"},
            "outletIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"PricebookChannelDto"}},{"dataType":"enum","enums":[null]}]},
            "customerGroups": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}]},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"PricebookScheduleResponse"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookRuleChange": {
        "dataType": "refObject",
        "properties": {
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "before": {"dataType":"union","subSchemas":[{"ref":"PriceEffectResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "after": {"dataType":"union","subSchemas":[{"ref":"PriceEffectResponse"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookEntryChange": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string","required":true},
            "change": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["added"]},{"dataType":"enum","enums":["removed"]},{"dataType":"enum","enums":["changed"]}],"required":true},
            "before": {"dataType":"union","subSchemas":[{"ref":"PriceEffectResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "after": {"dataType":"union","subSchemas":[{"ref":"PriceEffectResponse"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PricebookDiffResponse": {
        "dataType": "refObject",
        "properties": {
            "from": {"dataType":"integer","required":true},
            "to": {"dataType":"integer","required":true},
            "before": {"ref":"PricebookTermsDiff","required":true},
            "after": {"ref":"PricebookTermsDiff","required":true},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookRuleChange"},"required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PricebookEntryChange"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MinorDigits": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": {"dataType":"double"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TenantResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "slug": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["suspended"]},{"dataType":"enum","enums":["closed"]}],"required":true},
            "minorDigits": {"ref":"MinorDigits","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeTenantRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string"},
            "currency": {"ref":"CurrencyCode"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxRate": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a percentage from 0 to 100 with at most six places","value":"^\\d{1,3}(\\.\\d{1,6})?$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DateText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a date such as 2026-01-31","value":"^\\d{4}-\\d{2}-\\d{2}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxDto": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "rate": {"ref":"TaxRate","required":true},
            "compound": {"dataType":"boolean"},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"DateText"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"DateText"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SalesChannelDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["counter"]},{"dataType":"enum","enums":["dine_in"]},{"dataType":"enum","enums":["bar_tab"]},{"dataType":"enum","enums":["takeaway"]},{"dataType":"enum","enums":["delivery"]},{"dataType":"enum","enums":["pickup"]},{"dataType":"enum","enums":["drive_thru"]},{"dataType":"enum","enums":["kiosk"]},{"dataType":"enum","enums":["ecommerce"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChannelSwitchDto": {
        "dataType": "refObject",
        "properties": {
            "channels": {"dataType":"array","array":{"dataType":"refAlias","ref":"SalesChannelDto"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxDto"},"required":true},
            "policy": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["keep_gross"]},{"dataType":"enum","enums":["keep_net"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxGroupDto": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["inclusive"]},{"dataType":"enum","enums":["exclusive"]}],"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxDto"},"required":true},
            "channelSwitch": {"dataType":"union","subSchemas":[{"ref":"ChannelSwitchDto"},{"dataType":"enum","enums":[null]}]},
            "code": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutTaxGroupRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["inclusive"]},{"dataType":"enum","enums":["exclusive"]}],"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxDto"},"required":true},
            "channelSwitch": {"dataType":"union","subSchemas":[{"ref":"ChannelSwitchDto"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TimeOfDay": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be HH:MM from 00:00 to 23:59","value":"^([01]\\d|2[0-3]):[0-5]\\d$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CashRoundingDto": {
        "dataType": "refObject",
        "properties": {
            "stepMinor": {"dataType":"integer","required":true,"validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":1000000}}},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["half-up"]},{"dataType":"enum","enums":["down"]},{"dataType":"enum","enums":["up"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndOfRange": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be HH:MM from 00:00 to 24:00","value":"^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TimeRangeDto": {
        "dataType": "refObject",
        "properties": {
            "from": {"ref":"TimeOfDay","required":true},
            "to": {"ref":"EndOfRange","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OpeningHoursDto": {
        "dataType": "refObject",
        "properties": {
            "mon": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "tue": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "wed": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "thu": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "fri": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "sat": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
            "sun": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeRangeDto"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptTextsResponse": {
        "dataType": "refObject",
        "properties": {
            "addressLines": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "taxNumber": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "header": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "footer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ServiceChargeDto": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "rate": {"ref":"TaxRate","required":true},
            "basis": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["before_tax"]},{"dataType":"enum","enums":["after_tax"]}],"required":true},
            "taxGroup": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"array","array":{"dataType":"refAlias","ref":"SalesChannelDto"},"required":true},
            "validFrom": {"dataType":"union","subSchemas":[{"ref":"DateText"},{"dataType":"enum","enums":[null]}]},
            "validTo": {"dataType":"union","subSchemas":[{"ref":"DateText"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OutletResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "timeZone": {"dataType":"string","required":true},
            "locale": {"dataType":"string","required":true},
            "dayCut": {"ref":"TimeOfDay","required":true},
            "receiptPrefix": {"dataType":"string","required":true},
            "tenders": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "taxRounding": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["receipt"]},{"dataType":"enum","enums":["line"]}],"required":true},
            "cashRounding": {"dataType":"union","subSchemas":[{"ref":"CashRoundingDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "openingHours": {"ref":"OpeningHoursDto","required":true},
            "receipt": {"ref":"ReceiptTextsResponse","required":true},
            "active": {"dataType":"boolean","required":true},
            "taxGroups": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxGroupDto"},"required":true},
            "serviceCharges": {"dataType":"array","array":{"dataType":"refObject","ref":"ServiceChargeDto"},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_OutletResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"OutletResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptTextsDto": {
        "dataType": "refObject",
        "properties": {
            "addressLines": {"dataType":"array","array":{"dataType":"string"}},
            "taxNumber": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "header": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "footer": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OpenOutletRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode"},
            "timeZone": {"dataType":"string","required":true},
            "locale": {"dataType":"string"},
            "dayCut": {"ref":"TimeOfDay"},
            "receiptPrefix": {"dataType":"string","required":true},
            "tenders": {"dataType":"array","array":{"dataType":"string"}},
            "taxRounding": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["receipt"]},{"dataType":"enum","enums":["line"]}]},
            "cashRounding": {"dataType":"union","subSchemas":[{"ref":"CashRoundingDto"},{"dataType":"enum","enums":[null]}]},
            "openingHours": {"ref":"OpeningHoursDto"},
            "receipt": {"ref":"ReceiptTextsDto"},
            "taxGroups": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxGroupDto"}},
            "serviceCharges": {"dataType":"array","array":{"dataType":"refObject","ref":"ServiceChargeDto"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeOutletRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string"},
            "timeZone": {"dataType":"string"},
            "locale": {"dataType":"string"},
            "dayCut": {"ref":"TimeOfDay"},
            "receiptPrefix": {"dataType":"string"},
            "tenders": {"dataType":"array","array":{"dataType":"string"}},
            "taxRounding": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["receipt"]},{"dataType":"enum","enums":["line"]}]},
            "cashRounding": {"dataType":"union","subSchemas":[{"ref":"CashRoundingDto"},{"dataType":"enum","enums":[null]}]},
            "openingHours": {"ref":"OpeningHoursDto"},
            "receipt": {"ref":"ReceiptTextsDto"},
            "serviceCharges": {"dataType":"array","array":{"dataType":"refObject","ref":"ServiceChargeDto"}},
            "active": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptSeller": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "addressLines": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "taxNumber": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "receiptHeader": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "receiptFooter": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderStatusName": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["open"]},{"dataType":"enum","enums":["held"]},{"dataType":"enum","enums":["completed"]},{"dataType":"enum","enums":["voided"]},{"dataType":"enum","enums":["partially_refunded"]},{"dataType":"enum","enums":["refunded"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderChannel": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["counter"]},{"dataType":"enum","enums":["dine_in"]},{"dataType":"enum","enums":["bar_tab"]},{"dataType":"enum","enums":["takeaway"]},{"dataType":"enum","enums":["delivery"]},{"dataType":"enum","enums":["pickup"]},{"dataType":"enum","enums":["drive_thru"]},{"dataType":"enum","enums":["kiosk"]},{"dataType":"enum","enums":["ecommerce"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptModifierResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "quantity": {"dataType":"integer","required":true},
            "price": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptComboResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "quantity": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptLineResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "quantity": {"dataType":"string","required":true},
            "unit": {"dataType":"string","required":true},
            "unitPrice": {"ref":"MoneyDto","required":true},
            "gross": {"ref":"MoneyDto","required":true},
            "discount": {"ref":"MoneyDto","required":true},
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptModifierResponse"},"required":true},
            "combo": {"dataType":"union","subSchemas":[{"ref":"ReceiptComboResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "giftCard": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptDiscountResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptTaxResponse": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "rate": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["inclusive"]},{"dataType":"enum","enums":["exclusive"]}],"required":true},
            "base": {"ref":"MoneyDto","required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TotalsResponse": {
        "dataType": "refObject",
        "properties": {
            "subtotal": {"ref":"MoneyDto","required":true},
            "discount": {"ref":"MoneyDto","required":true},
            "serviceCharge": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
            "tip": {"ref":"MoneyDto","required":true},
            "rounding": {"ref":"MoneyDto","required":true},
            "total": {"ref":"MoneyDto","required":true},
            "paid": {"ref":"MoneyDto","required":true},
            "change": {"ref":"MoneyDto","required":true},
            "due": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptPaymentResponse": {
        "dataType": "refObject",
        "properties": {
            "tender": {"dataType":"string","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptRefundResponse": {
        "dataType": "refObject",
        "properties": {
            "localTime": {"dataType":"string","required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReceiptResponse": {
        "dataType": "refObject",
        "properties": {
            "marks": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["COPY"]},{"dataType":"enum","enums":["VOID"]},{"dataType":"enum","enums":["UNPAID"]}]},"required":true},
            "seller": {"ref":"ReceiptSeller","required":true},
            "orderId": {"ref":"Uuid","required":true},
            "number": {"dataType":"string","required":true},
            "status": {"ref":"OrderStatusName","required":true},
            "channel": {"ref":"OrderChannel","required":true},
            "placedAt": {"ref":"Timestamp","required":true},
            "localTime": {"dataType":"string","required":true},
            "currency": {"dataType":"string","required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptLineResponse"},"required":true},
            "discounts": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptDiscountResponse"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptTaxResponse"},"required":true},
            "totals": {"ref":"TotalsResponse","required":true},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptPaymentResponse"},"required":true},
            "refunds": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptRefundResponse"},"required":true},
            "taxExemption": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExplanationSource": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pricebook"]},{"dataType":"enum","enums":["promotion"]},{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["modifier"]},{"dataType":"enum","enums":["combo"]},{"dataType":"enum","enums":["override"]}],"required":true},
            "id": {"dataType":"string","required":true},
            "version": {"dataType":"integer"},
            "name": {"dataType":"string","required":true},
            "code": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExplanationStep": {
        "dataType": "refObject",
        "properties": {
            "rule": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["unit_price"]},{"dataType":"enum","enums":["list_price"]},{"dataType":"enum","enums":["price_override"]},{"dataType":"enum","enums":["pricebook"]},{"dataType":"enum","enums":["modifier"]},{"dataType":"enum","enums":["floor_at_zero"]},{"dataType":"enum","enums":["tax_switch"]},{"dataType":"enum","enums":["tax_exemption"]},{"dataType":"enum","enums":["combo_price"]},{"dataType":"enum","enums":["combo_allocation"]},{"dataType":"enum","enums":["combo_upcharge"]},{"dataType":"enum","enums":["line_amount"]},{"dataType":"enum","enums":["discount"]},{"dataType":"enum","enums":["discount_allocation"]},{"dataType":"enum","enums":["service_charge"]},{"dataType":"enum","enums":["service_charge_allocation"]},{"dataType":"enum","enums":["tax"]},{"dataType":"enum","enums":["tax_allocation"]},{"dataType":"enum","enums":["tip"]},{"dataType":"enum","enums":["cash_rounding"]}],"required":true},
            "lineId": {"dataType":"string"},
            "tax": {"dataType":"string"},
            "source": {"ref":"ExplanationSource"},
            "base": {"ref":"MoneyDto","required":true},
            "rate": {"dataType":"string"},
            "quantity": {"dataType":"string"},
            "rounding": {"dataType":"string","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "adds": {"ref":"MoneyDto","required":true},
            "detail": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExplanationResponse": {
        "dataType": "refObject",
        "properties": {
            "orderId": {"ref":"Uuid","required":true},
            "engineVersion": {"dataType":"string","required":true},
            "inputHash": {"dataType":"string","required":true},
            "total": {"ref":"MoneyDto","required":true},
            "explanation": {"dataType":"array","array":{"dataType":"refObject","ref":"ExplanationStep"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayDifferenceResponse": {
        "dataType": "refObject",
        "properties": {
            "pointer": {"dataType":"string","required":true},
            "kept": {"dataType":"string","required":true},
            "replayed": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayedOrderResponse": {
        "dataType": "refObject",
        "properties": {
            "orderId": {"ref":"Uuid","required":true},
            "number": {"dataType":"string","required":true},
            "engineVersion": {"dataType":"string","required":true},
            "inputHash": {"dataType":"string","required":true},
            "identical": {"dataType":"boolean","required":true},
            "differences": {"dataType":"array","array":{"dataType":"refObject","ref":"ReplayDifferenceResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayResponse": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ReplayedOrderResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReplayRequest": {
        "dataType": "refObject",
        "properties": {
            "orderIds": {"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"},"validators":{"maxItems":{"value":100}}},
            "from": {"ref":"Timestamp"},
            "to": {"ref":"Timestamp"},
            "outletId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierResponse": {
        "dataType": "refObject",
        "properties": {
            "modifier": {"dataType":"string","required":true},
            "group": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "quantity": {"dataType":"integer","required":true},
            "price": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxResponse": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "rate": {"dataType":"string","required":true},
            "base": {"ref":"MoneyDto","required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppliedDiscountResponse": {
        "dataType": "refObject",
        "properties": {
            "source": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["promotion"]},{"dataType":"enum","enums":["manual"]}],"required":true},
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "level": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["line"]},{"dataType":"enum","enums":["order"]}],"required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "quantity": {"ref":"DecimalString","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SoldGiftCardResponse": {
        "dataType": "refObject",
        "properties": {
            "cardId": {"dataType":"string","required":true},
            "last4": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LineResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "quantity": {"ref":"DecimalString","required":true},
            "unitPrice": {"ref":"MoneyDto","required":true},
            "gross": {"ref":"MoneyDto","required":true},
            "discount": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
            "total": {"ref":"MoneyDto","required":true},
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"ModifierResponse"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxResponse"},"required":true},
            "refundedQuantity": {"ref":"DecimalString","required":true},
            "discounts": {"dataType":"array","array":{"dataType":"refObject","ref":"AppliedDiscountResponse"},"required":true},
            "serviceCharge": {"ref":"MoneyDto","required":true},
            "combo": {"dataType":"union","subSchemas":[{"ref":"ComboResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "giftCard": {"dataType":"union","subSchemas":[{"ref":"SoldGiftCardResponse"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PaymentResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "tender": {"dataType":"string","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["captured"]},{"dataType":"enum","enums":["refunded"]}],"required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefundedLineResponse": {
        "dataType": "refObject",
        "properties": {
            "lineId": {"ref":"Uuid","required":true},
            "quantity": {"ref":"DecimalString","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefundedPaymentResponse": {
        "dataType": "refObject",
        "properties": {
            "paymentId": {"ref":"Uuid","required":true},
            "tender": {"dataType":"string","required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefundResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "tax": {"ref":"MoneyDto","required":true},
            "rounding": {"ref":"MoneyDto","required":true},
            "reason": {"dataType":"string","required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"RefundedLineResponse"},"required":true},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"RefundedPaymentResponse"},"required":true},
            "refundedBy": {"dataType":"string","required":true},
            "refundedAt": {"ref":"Timestamp","required":true},
            "businessDate": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiscountResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "lineId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "percent": {"ref":"DecimalString"},
            "amount": {"ref":"MoneyDto"},
            "comp": {"dataType":"enum","enums":[true]},
            "category": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["discount"]},{"dataType":"enum","enums":["comp"]},{"dataType":"enum","enums":["employee_meal"]},{"dataType":"enum","enums":["waste"]}],"required":true},
            "reason": {"dataType":"string","required":true},
            "givenBy": {"dataType":"string","required":true},
            "givenAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxExemptionResponse": {
        "dataType": "refObject",
        "properties": {
            "reference": {"dataType":"string","required":true},
            "grantedBy": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "number": {"dataType":"string","required":true},
            "status": {"ref":"OrderStatusName","required":true},
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel","required":true},
            "totals": {"ref":"TotalsResponse","required":true},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "tableId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "placedAt": {"ref":"Timestamp","required":true},
            "recordedAt": {"ref":"Timestamp","required":true},
            "businessDate": {"dataType":"string","required":true},
            "version": {"dataType":"integer","required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineResponse"},"required":true},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"PaymentResponse"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxResponse"},"required":true},
            "refunds": {"dataType":"array","array":{"dataType":"refObject","ref":"RefundResponse"},"required":true},
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "promoCodes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "discounts": {"dataType":"array","array":{"dataType":"refObject","ref":"DiscountResponse"},"required":true},
            "taxExemption": {"dataType":"union","subSchemas":[{"ref":"TaxExemptionResponse"},{"dataType":"enum","enums":[null]}],"required":true},
            "serviceChargeWaived": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TenderName": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be lower case letters, digits and underscores","value":"^[a-z][a-z0-9_]{0,39}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReferenceText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CardCode": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":4},"maxLength":{"value":64}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"ref":"CardCode","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PaymentRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "tender": {"ref":"TenderName","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "reference": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
            "giftCard": {"ref":"GiftCardRequest"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Sku": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Count": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":0},"maximum":{"value":1000}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeepestModifierRequest": {
        "dataType": "refObject",
        "properties": {
            "modifier": {"ref":"ReferenceText","required":true},
            "group": {"ref":"ReferenceText"},
            "quantity": {"ref":"Count"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeepModifierRequest": {
        "dataType": "refObject",
        "properties": {
            "modifier": {"ref":"ReferenceText","required":true},
            "group": {"ref":"ReferenceText"},
            "quantity": {"ref":"Count"},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"DeepestModifierRequest"},"validators":{"maxItems":{"value":50}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NestedModifierRequest": {
        "dataType": "refObject",
        "properties": {
            "modifier": {"ref":"ReferenceText","required":true},
            "group": {"ref":"ReferenceText"},
            "quantity": {"ref":"Count"},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"DeepModifierRequest"},"validators":{"maxItems":{"value":50}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierRequest": {
        "dataType": "refObject",
        "properties": {
            "modifier": {"ref":"ReferenceText","required":true},
            "group": {"ref":"ReferenceText"},
            "quantity": {"ref":"Count"},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"NestedModifierRequest"},"validators":{"maxItems":{"value":50}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"maxLength":{"value":500}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComponentRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "slot": {"ref":"ReferenceText","required":true},
            "sku": {"ref":"Sku","required":true},
            "quantity": {"ref":"Count"},
            "modifiers": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"ref":"ModifierRequest"}]},"validators":{"maxItems":{"value":50}}},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReasonText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PriceOverrideRequest": {
        "dataType": "refObject",
        "properties": {
            "unitPrice": {"ref":"MoneyDto","required":true},
            "reason": {"ref":"ReasonText","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LineRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "sku": {"ref":"Sku","required":true},
            "quantity": {"ref":"DecimalString"},
            "modifiers": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"ref":"ModifierRequest"}]},"validators":{"maxItems":{"value":50}}},
            "components": {"dataType":"array","array":{"dataType":"refObject","ref":"ComponentRequest"},"validators":{"maxItems":{"value":50}}},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
            "unitPrice": {"ref":"MoneyDto"},
            "priceOverride": {"ref":"PriceOverrideRequest"},
            "giftCardCode": {"ref":"CardCode"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiscountCategoryName": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["discount"]},{"dataType":"enum","enums":["comp"]},{"dataType":"enum","enums":["employee_meal"]},{"dataType":"enum","enums":["waste"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiscountRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "lineId": {"ref":"Uuid"},
            "percent": {"ref":"DecimalString"},
            "amount": {"ref":"MoneyDto"},
            "comp": {"dataType":"enum","enums":[true]},
            "category": {"ref":"DiscountCategoryName"},
            "reason": {"ref":"ReasonText","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TaxExemptionRequest": {
        "dataType": "refObject",
        "properties": {
            "reference": {"ref":"ReferenceText","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PlaceOrderRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel"},
            "placedAt": {"ref":"Timestamp"},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineRequest"},"validators":{"maxItems":{"value":500}}},
            "promoCodes": {"dataType":"array","array":{"dataType":"refAlias","ref":"ReferenceText"},"validators":{"maxItems":{"value":20}}},
            "customerId": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
            "tableId": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
            "discounts": {"dataType":"array","array":{"dataType":"refObject","ref":"DiscountRequest"},"validators":{"maxItems":{"value":50}}},
            "tip": {"ref":"MoneyDto"},
            "taxExemption": {"ref":"TaxExemptionRequest"},
            "waiveServiceCharge": {"dataType":"boolean"},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"PaymentRequest"},"validators":{"maxItems":{"value":50}}},
            "complete": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "QuoteResponse": {
        "dataType": "refObject",
        "properties": {
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel","required":true},
            "promoCodes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineResponse"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxResponse"},"required":true},
            "totals": {"ref":"TotalsResponse","required":true},
            "explanation": {"dataType":"array","array":{"dataType":"refObject","ref":"ExplanationStep"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "QuoteRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel"},
            "placedAt": {"ref":"Timestamp"},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineRequest"},"validators":{"maxItems":{"value":500}}},
            "promoCodes": {"dataType":"array","array":{"dataType":"refAlias","ref":"ReferenceText"},"validators":{"maxItems":{"value":20}}},
            "customerId": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
            "tableId": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
            "discounts": {"dataType":"array","array":{"dataType":"refObject","ref":"DiscountRequest"},"validators":{"maxItems":{"value":50}}},
            "tip": {"ref":"MoneyDto"},
            "taxExemption": {"ref":"TaxExemptionRequest"},
            "waiveServiceCharge": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderSummaryResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "number": {"dataType":"string","required":true},
            "status": {"ref":"OrderStatusName","required":true},
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel","required":true},
            "totals": {"ref":"TotalsResponse","required":true},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "tableId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "placedAt": {"ref":"Timestamp","required":true},
            "recordedAt": {"ref":"Timestamp","required":true},
            "businessDate": {"dataType":"string","required":true},
            "version": {"dataType":"integer","required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineResponse"}},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"PaymentResponse"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_OrderSummaryResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"OrderSummaryResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OrderEventResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "sequence": {"dataType":"integer","required":true},
            "type": {"dataType":"string","required":true},
            "actor": {"dataType":"string","required":true},
            "time": {"ref":"Timestamp","required":true},
            "data": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_OrderEventResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"OrderEventResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddLinesRequest": {
        "dataType": "refObject",
        "properties": {
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LineRequest"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":500}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeLineRequest": {
        "dataType": "refObject",
        "properties": {
            "quantity": {"ref":"DecimalString"},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CommandRequest": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VoidRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"ref":"ReasonText","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefundLineRequest": {
        "dataType": "refObject",
        "properties": {
            "lineId": {"ref":"Uuid","required":true},
            "quantity": {"ref":"DecimalString","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefundRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"RefundLineRequest"},"validators":{"minItems":{"value":1},"maxItems":{"value":500}}},
            "amount": {"ref":"MoneyDto"},
            "reason": {"ref":"ReasonText","required":true},
            "tender": {"ref":"TenderName"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiscountsResponse": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"DiscountResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PromoCodeRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"ref":"ReferenceText","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TipRequest": {
        "dataType": "refObject",
        "properties": {
            "tip": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProgrammeResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
            "currency": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "earn": {"dataType":"nestedObjectLiteral","nestedProperties":{"per":{"dataType":"double","required":true},"points":{"dataType":"double","required":true}},"required":true},
            "burn": {"dataType":"nestedObjectLiteral","nestedProperties":{"worth":{"dataType":"double","required":true},"points":{"dataType":"double","required":true}},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Points": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":1000000000}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProgrammeRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
            "currency": {"ref":"CurrencyCode","required":true},
            "active": {"dataType":"boolean"},
            "earn": {"dataType":"nestedObjectLiteral","nestedProperties":{"per":{"ref":"Points","required":true},"points":{"ref":"Points","required":true}},"required":true},
            "burn": {"dataType":"nestedObjectLiteral","nestedProperties":{"worth":{"ref":"Points","required":true},"points":{"ref":"Points","required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CustomerReference": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MemberResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "customerId": {"ref":"CustomerReference","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["closed"]}],"required":true},
            "groups": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "entitlements": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "balance": {"dataType":"long","required":true},
            "worth": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "enrolledAt": {"ref":"Timestamp","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_MemberResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"MemberResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Words": {
        "dataType": "refAlias",
        "type": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":50}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnrolRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "customerId": {"ref":"CustomerReference","required":true},
            "groups": {"ref":"Words"},
            "entitlements": {"ref":"Words"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeMemberRequest": {
        "dataType": "refObject",
        "properties": {
            "groups": {"ref":"Words"},
            "entitlements": {"ref":"Words"},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["closed"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PointEntryResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["earn"]},{"dataType":"enum","enums":["earn_reversal"]},{"dataType":"enum","enums":["burn"]},{"dataType":"enum","enums":["burn_reversal"]},{"dataType":"enum","enums":["adjust"]}],"required":true},
            "points": {"dataType":"long","required":true},
            "balance": {"dataType":"long","required":true},
            "orderId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "at": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_PointEntryResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PointEntryResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AdjustPointsRequest": {
        "dataType": "refObject",
        "properties": {
            "points": {"dataType":"integer","required":true,"validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":-1000000000},"maximum":{"value":1000000000}}},
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BurnResponse": {
        "dataType": "refObject",
        "properties": {
            "reference": {"ref":"Uuid","required":true},
            "customerId": {"ref":"CustomerReference","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "points": {"dataType":"union","subSchemas":[{"dataType":"long"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["held"]},{"dataType":"enum","enums":["used"]},{"dataType":"enum","enums":["reversing"]},{"dataType":"enum","enums":["reversed"]},{"dataType":"enum","enums":["refused"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BurnRequest": {
        "dataType": "refObject",
        "properties": {
            "customerId": {"ref":"CustomerReference","required":true},
            "amount": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gift_card"]},{"dataType":"enum","enums":["voucher"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["inactive"]},{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["blocked"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["closed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "kind": {"ref":"GiftCardKind","required":true},
            "last4": {"dataType":"string","required":true},
            "status": {"ref":"GiftCardStatus","required":true},
            "balance": {"ref":"MoneyDto","required":true},
            "initial": {"ref":"MoneyDto","required":true},
            "singleUse": {"dataType":"boolean","required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "issuedAt": {"ref":"Timestamp","required":true},
            "activatedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "outletId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "orderId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_GiftCardResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"GiftCardResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssuedGiftCardResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "kind": {"ref":"GiftCardKind","required":true},
            "last4": {"dataType":"string","required":true},
            "status": {"ref":"GiftCardStatus","required":true},
            "balance": {"ref":"MoneyDto","required":true},
            "initial": {"ref":"MoneyDto","required":true},
            "singleUse": {"dataType":"boolean","required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "issuedAt": {"ref":"Timestamp","required":true},
            "activatedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "outletId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "orderId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
            "code": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssuedGiftCardsResponse": {
        "dataType": "refObject",
        "properties": {
            "cards": {"dataType":"array","array":{"dataType":"refObject","ref":"IssuedGiftCardResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardCode": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":4},"maxLength":{"value":64}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardUnits": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer of minor units"},"minimum":{"value":1},"maximum":{"value":9007199254740991}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardAmount": {
        "dataType": "refObject",
        "properties": {
            "amount": {"ref":"GiftCardUnits","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardReason": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssueGiftCardsRequest": {
        "dataType": "refObject",
        "properties": {
            "kind": {"ref":"GiftCardKind","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "count": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":500}}},
            "codes": {"dataType":"array","array":{"dataType":"refAlias","ref":"GiftCardCode"},"validators":{"minItems":{"value":1},"maxItems":{"value":500}}},
            "amount": {"ref":"GiftCardAmount"},
            "activateBecause": {"ref":"GiftCardReason"},
            "singleUse": {"dataType":"boolean"},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "outletId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}]},
            "customerId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LookUpGiftCardRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"ref":"GiftCardCode","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardTransactionResponse": {
        "dataType": "refObject",
        "properties": {
            "number": {"dataType":"integer","required":true},
            "kind": {"dataType":"string","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "balance": {"ref":"MoneyDto","required":true},
            "at": {"ref":"Timestamp","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "outletId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "orderId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "lineId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "paymentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "refundId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "otherCardId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "actor": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_GiftCardTransactionResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"GiftCardTransactionResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardLiabilityRow": {
        "dataType": "refObject",
        "properties": {
            "currency": {"ref":"CurrencyCode","required":true},
            "kind": {"ref":"GiftCardKind","required":true},
            "openCards": {"dataType":"integer","required":true},
            "balance": {"ref":"MoneyDto","required":true},
            "opening": {"ref":"MoneyDto","required":true},
            "issuedCards": {"dataType":"integer","required":true},
            "activated": {"ref":"MoneyDto","required":true},
            "reloaded": {"ref":"MoneyDto","required":true},
            "redeemed": {"ref":"MoneyDto","required":true},
            "refunded": {"ref":"MoneyDto","required":true},
            "reversed": {"ref":"MoneyDto","required":true},
            "transferred": {"ref":"MoneyDto","required":true},
            "adjusted": {"ref":"MoneyDto","required":true},
            "expired": {"ref":"MoneyDto","required":true},
            "forfeited": {"ref":"MoneyDto","required":true},
            "breakage": {"ref":"MoneyDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardLiabilityResponse": {
        "dataType": "refObject",
        "properties": {
            "at": {"ref":"Timestamp","required":true},
            "from": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"GiftCardLiabilityRow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LiabilityFormat": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["json"]},{"dataType":"enum","enums":["csv"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardValueRequest": {
        "dataType": "refObject",
        "properties": {
            "amount": {"ref":"GiftCardAmount","required":true},
            "reason": {"ref":"GiftCardReason","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AdjustGiftCardRequest": {
        "dataType": "refObject",
        "properties": {
            "amount": {"ref":"MoneyDto","required":true},
            "reason": {"ref":"GiftCardReason","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardReasonRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"ref":"GiftCardReason","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GiftCardTransferResponse": {
        "dataType": "refObject",
        "properties": {
            "from": {"ref":"GiftCardResponse","required":true},
            "to": {"ref":"GiftCardResponse","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TransferGiftCardRequest": {
        "dataType": "refObject",
        "properties": {
            "toCardId": {"ref":"Uuid","required":true},
            "amount": {"ref":"GiftCardAmount"},
            "reason": {"ref":"GiftCardReason","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExtendGiftCardRequest": {
        "dataType": "refObject",
        "properties": {
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"ref":"GiftCardReason","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InboxDeadLetterStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["dead"]},{"dataType":"enum","enums":["redriven"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InboxDeadLetterResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "source": {"dataType":"string","required":true},
            "eventId": {"dataType":"string","required":true},
            "type": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "envelope": {"dataType":"string","required":true},
            "truncated": {"dataType":"boolean","required":true},
            "reason": {"dataType":"string","required":true},
            "attempts": {"dataType":"integer","required":true},
            "status": {"ref":"InboxDeadLetterStatus","required":true},
            "receivedAt": {"ref":"Timestamp","required":true},
            "redrivenAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_InboxDeadLetterResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"InboxDeadLetterResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SinkStatusResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "behind": {"dataType":"integer","required":true},
            "oldestSeconds": {"dataType":"double","required":true},
            "blocked": {"dataType":"integer","required":true},
            "deadLetters": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OutboxStatusResponse": {
        "dataType": "refObject",
        "properties": {
            "sinks": {"dataType":"array","array":{"dataType":"refObject","ref":"SinkStatusResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeadLetterStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["dead"]},{"dataType":"enum","enums":["queued"]},{"dataType":"enum","enums":["redriven"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeadLetterResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "sink": {"dataType":"string","required":true},
            "eventId": {"ref":"Uuid","required":true},
            "type": {"dataType":"string","required":true},
            "subject": {"dataType":"string","required":true},
            "sequence": {"dataType":"integer","required":true},
            "outletId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "reason": {"dataType":"string","required":true},
            "attempts": {"dataType":"integer","required":true},
            "deadAt": {"ref":"Timestamp","required":true},
            "status": {"ref":"DeadLetterStatus","required":true},
            "queuedBy": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "redrivenAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_DeadLetterResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"DeadLetterResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RedriveResponse": {
        "dataType": "refObject",
        "properties": {
            "queued": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RedriveRequest": {
        "dataType": "refObject",
        "properties": {
            "sink": {"dataType":"string","validators":{"maxLength":{"value":100}}},
            "type": {"dataType":"string","validators":{"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SyncErrorResponse": {
        "dataType": "refObject",
        "properties": {
            "number": {"dataType":"integer","required":true},
            "sku": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "member": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemCount": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SyncResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["running"]},{"dataType":"enum","enums":["succeeded"]},{"dataType":"enum","enums":["failed"]}],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["full"]},{"dataType":"enum","enums":["incremental"]}],"required":true},
            "trigger": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["schedule"]},{"dataType":"enum","enums":["event"]}],"required":true},
            "fromRevision": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "toRevision": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "fetched": {"ref":"ItemCount","required":true},
            "created": {"ref":"ItemCount","required":true},
            "updated": {"ref":"ItemCount","required":true},
            "unchanged": {"ref":"ItemCount","required":true},
            "deleted": {"ref":"ItemCount","required":true},
            "rejected": {"ref":"ItemCount","required":true},
            "failure": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "startedAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"SyncErrorResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StartSyncRequest": {
        "dataType": "refObject",
        "properties": {
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["full"]},{"dataType":"enum","enums":["incremental"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SyncSummary": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["running"]},{"dataType":"enum","enums":["succeeded"]},{"dataType":"enum","enums":["failed"]}],"required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["full"]},{"dataType":"enum","enums":["incremental"]}],"required":true},
            "trigger": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["schedule"]},{"dataType":"enum","enums":["event"]}],"required":true},
            "fromRevision": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "toRevision": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "fetched": {"ref":"ItemCount","required":true},
            "created": {"ref":"ItemCount","required":true},
            "updated": {"ref":"ItemCount","required":true},
            "unchanged": {"ref":"ItemCount","required":true},
            "deleted": {"ref":"ItemCount","required":true},
            "rejected": {"ref":"ItemCount","required":true},
            "failure": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "startedAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_SyncSummary_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"SyncSummary"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SyncStateResponse": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastSuccessAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "ageSeconds": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "sourceAwaySince": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "failure": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChoiceCount": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":999}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SizePricesDto": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": {"ref":"MoneyDto"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AllergenDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gluten"]},{"dataType":"enum","enums":["crustaceans"]},{"dataType":"enum","enums":["eggs"]},{"dataType":"enum","enums":["fish"]},{"dataType":"enum","enums":["peanuts"]},{"dataType":"enum","enums":["soybeans"]},{"dataType":"enum","enums":["milk"]},{"dataType":"enum","enums":["nuts"]},{"dataType":"enum","enums":["celery"]},{"dataType":"enum","enums":["mustard"]},{"dataType":"enum","enums":["sesame"]},{"dataType":"enum","enums":["sulphites"]},{"dataType":"enum","enums":["lupin"]},{"dataType":"enum","enums":["molluscs"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GroupModifierResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "price": {"ref":"MoneyDto","required":true},
            "prices": {"ref":"SizePricesDto","required":true},
            "default": {"dataType":"boolean","required":true},
            "maxQuantity": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
            "active": {"dataType":"boolean","required":true},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"},"required":true},
            "groups": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierGroupResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "min": {"ref":"ChoiceCount","required":true},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
            "freeQuantity": {"ref":"ChoiceCount","required":true},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"GroupModifierResponse"},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_ModifierGroupResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ModifierGroupResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "GroupModifierRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "price": {"ref":"MoneyDto","required":true},
            "prices": {"ref":"SizePricesDto"},
            "default": {"dataType":"boolean"},
            "maxQuantity": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}]},
            "active": {"dataType":"boolean"},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"}},
            "groups": {"dataType":"array","array":{"dataType":"string"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutModifierGroupRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "version": {"dataType":"integer"},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode"},
            "min": {"ref":"ChoiceCount"},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}]},
            "freeQuantity": {"ref":"ChoiceCount"},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"GroupModifierRequest"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeModifierGroupRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string"},
            "name": {"dataType":"string"},
            "currency": {"ref":"CurrencyCode"},
            "min": {"ref":"ChoiceCount"},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}]},
            "freeQuantity": {"ref":"ChoiceCount"},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"GroupModifierRequest"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemKindDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["product"]},{"dataType":"enum","enums":["combo"]},{"dataType":"enum","enums":["gift_card"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Age": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be whole years"},"minimum":{"value":1},"maximum":{"value":120}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AttributesDto": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": {"dataType":"string"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VariantDto": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string","required":true},
            "attributes": {"ref":"AttributesDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NutrientsDto": {
        "dataType": "refObject",
        "properties": {
            "energyKj": {"ref":"DecimalString"},
            "energyKcal": {"ref":"DecimalString"},
            "fat": {"ref":"DecimalString"},
            "saturates": {"ref":"DecimalString"},
            "carbohydrate": {"ref":"DecimalString"},
            "sugars": {"ref":"DecimalString"},
            "fibre": {"ref":"DecimalString"},
            "protein": {"ref":"DecimalString"},
            "salt": {"ref":"DecimalString"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NutritionDto": {
        "dataType": "refObject",
        "properties": {
            "perAmount": {"dataType":"string","required":true},
            "values": {"ref":"NutrientsDto","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChannelDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["counter"]},{"dataType":"enum","enums":["dine_in"]},{"dataType":"enum","enums":["bar_tab"]},{"dataType":"enum","enums":["takeaway"]},{"dataType":"enum","enums":["delivery"]},{"dataType":"enum","enums":["pickup"]},{"dataType":"enum","enums":["drive_thru"]},{"dataType":"enum","enums":["kiosk"]},{"dataType":"enum","enums":["ecommerce"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemWeekday": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":1},"maximum":{"value":7}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemScheduleWindowDto": {
        "dataType": "refObject",
        "properties": {
            "weekdays": {"dataType":"array","array":{"dataType":"refAlias","ref":"ItemWeekday"},"required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemScheduleDto": {
        "dataType": "refObject",
        "properties": {
            "startsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "endsOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"ItemScheduleWindowDto"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "price": {"ref":"MoneyDto","required":true},
            "taxCategory": {"dataType":"string","required":true},
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "barcodes": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "unit": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "kind": {"ref":"ItemKindDto","required":true},
            "openPrice": {"dataType":"boolean","required":true},
            "discountable": {"dataType":"boolean","required":true},
            "minimumAge": {"dataType":"union","subSchemas":[{"ref":"Age"},{"dataType":"enum","enums":[null]}],"required":true},
            "plu": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "measure": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["each"]},{"dataType":"enum","enums":["weight"]},{"dataType":"enum","enums":["volume"]},{"dataType":"enum","enums":["length"]}],"required":true},
            "tare": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}],"required":true},
            "variantOf": {"dataType":"union","subSchemas":[{"ref":"VariantDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"},"required":true},
            "nutrition": {"dataType":"union","subSchemas":[{"ref":"NutritionDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "images": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"ChannelDto"}},{"dataType":"enum","enums":[null]}],"required":true},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"ItemScheduleDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
            "deletedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LookupResponse": {
        "dataType": "refObject",
        "properties": {
            "item": {"ref":"ItemResponse","required":true},
            "quantity": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}],"required":true},
            "price": {"dataType":"union","subSchemas":[{"ref":"MoneyDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "source": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["plain"]},{"dataType":"enum","enums":["label"]},{"dataType":"enum","enums":["element_string"]}],"required":true},
            "foundBy": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["barcode"]},{"dataType":"enum","enums":["plu"]},{"dataType":"enum","enums":["sku"]}],"required":true},
            "checkDigit": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["valid"]},{"dataType":"enum","enums":["none"]}],"required":true},
            "batch": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "serial": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "expiresOn": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ScannedCode": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":1000}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LabelPresetDto": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["SE"]},{"dataType":"enum","enums":["NO"]},{"dataType":"enum","enums":["GB"]},{"dataType":"enum","enums":["US"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DigitCount": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":10}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LabelRuleDto": {
        "dataType": "refObject",
        "properties": {
            "prefix": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["weight"]},{"dataType":"enum","enums":["price"]},{"dataType":"enum","enums":["count"]}],"required":true},
            "decimals": {"ref":"DigitCount","required":true},
            "itemDigits": {"ref":"DigitCount","required":true},
            "valueDigits": {"ref":"DigitCount","required":true},
            "valueCheckDigit": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["none"]},{"dataType":"enum","enums":["four"]},{"dataType":"enum","enums":["five"]}]},
            "unit": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["kg"]},{"dataType":"enum","enums":["g"]},{"dataType":"enum","enums":["lb"]},{"dataType":"enum","enums":["oz"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LabelRulesResponse": {
        "dataType": "refObject",
        "properties": {
            "preset": {"dataType":"union","subSchemas":[{"ref":"LabelPresetDto"},{"dataType":"enum","enums":[null]}],"required":true},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"LabelRuleDto"},"required":true},
            "changedBy": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "changedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutLabelRulesRequest": {
        "dataType": "refObject",
        "properties": {
            "preset": {"ref":"LabelPresetDto"},
            "rules": {"dataType":"array","array":{"dataType":"refObject","ref":"LabelRuleDto"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_ItemResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ItemResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PriceUnits": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer of minor units"},"minimum":{"value":0},"maximum":{"value":9007199254740991}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PriceDto": {
        "dataType": "refObject",
        "properties": {
            "amount": {"ref":"PriceUnits","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddItemRequest": {
        "dataType": "refObject",
        "properties": {
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "barcodes": {"dataType":"array","array":{"dataType":"string"}},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "kind": {"ref":"ItemKindDto"},
            "openPrice": {"dataType":"boolean"},
            "discountable": {"dataType":"boolean"},
            "minimumAge": {"dataType":"union","subSchemas":[{"ref":"Age"},{"dataType":"enum","enums":[null]}]},
            "plu": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "measure": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["each"]},{"dataType":"enum","enums":["weight"]},{"dataType":"enum","enums":["volume"]},{"dataType":"enum","enums":["length"]}]},
            "tare": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
            "variantOf": {"dataType":"union","subSchemas":[{"ref":"VariantDto"},{"dataType":"enum","enums":[null]}]},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"}},
            "nutrition": {"dataType":"union","subSchemas":[{"ref":"NutritionDto"},{"dataType":"enum","enums":[null]}]},
            "images": {"dataType":"array","array":{"dataType":"string"}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"ChannelDto"}},{"dataType":"enum","enums":[null]}]},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"ItemScheduleDto"},{"dataType":"enum","enums":[null]}]},
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "price": {"ref":"PriceDto","required":true},
            "taxCategory": {"dataType":"string","required":true},
            "id": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutItemRequest": {
        "dataType": "refObject",
        "properties": {
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "barcodes": {"dataType":"array","array":{"dataType":"string"}},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "kind": {"ref":"ItemKindDto"},
            "openPrice": {"dataType":"boolean"},
            "discountable": {"dataType":"boolean"},
            "minimumAge": {"dataType":"union","subSchemas":[{"ref":"Age"},{"dataType":"enum","enums":[null]}]},
            "plu": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "measure": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["each"]},{"dataType":"enum","enums":["weight"]},{"dataType":"enum","enums":["volume"]},{"dataType":"enum","enums":["length"]}]},
            "tare": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
            "variantOf": {"dataType":"union","subSchemas":[{"ref":"VariantDto"},{"dataType":"enum","enums":[null]}]},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"}},
            "nutrition": {"dataType":"union","subSchemas":[{"ref":"NutritionDto"},{"dataType":"enum","enums":[null]}]},
            "images": {"dataType":"array","array":{"dataType":"string"}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"ChannelDto"}},{"dataType":"enum","enums":[null]}]},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"ItemScheduleDto"},{"dataType":"enum","enums":[null]}]},
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "price": {"ref":"PriceDto","required":true},
            "taxCategory": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeItemRequest": {
        "dataType": "refObject",
        "properties": {
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "barcodes": {"dataType":"array","array":{"dataType":"string"}},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "kind": {"ref":"ItemKindDto"},
            "openPrice": {"dataType":"boolean"},
            "discountable": {"dataType":"boolean"},
            "minimumAge": {"dataType":"union","subSchemas":[{"ref":"Age"},{"dataType":"enum","enums":[null]}]},
            "plu": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "measure": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["each"]},{"dataType":"enum","enums":["weight"]},{"dataType":"enum","enums":["volume"]},{"dataType":"enum","enums":["length"]}]},
            "tare": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
            "variantOf": {"dataType":"union","subSchemas":[{"ref":"VariantDto"},{"dataType":"enum","enums":[null]}]},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"}},
            "nutrition": {"dataType":"union","subSchemas":[{"ref":"NutritionDto"},{"dataType":"enum","enums":[null]}]},
            "images": {"dataType":"array","array":{"dataType":"string"}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "channels": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"ChannelDto"}},{"dataType":"enum","enums":[null]}]},
            "schedule": {"dataType":"union","subSchemas":[{"ref":"ItemScheduleDto"},{"dataType":"enum","enums":[null]}]},
            "sku": {"dataType":"string"},
            "name": {"dataType":"string"},
            "category": {"dataType":"string"},
            "price": {"ref":"PriceDto"},
            "taxCategory": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OfferedModifierGroupResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "currency": {"ref":"CurrencyCode","required":true},
            "min": {"ref":"ChoiceCount","required":true},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
            "freeQuantity": {"ref":"ChoiceCount","required":true},
            "modifiers": {"dataType":"array","array":{"dataType":"refObject","ref":"OfferedModifierResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OfferedModifierResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "price": {"ref":"MoneyDto","required":true},
            "default": {"dataType":"boolean","required":true},
            "maxQuantity": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
            "active": {"dataType":"boolean","required":true},
            "allergens": {"dataType":"array","array":{"dataType":"refAlias","ref":"AllergenDto"},"required":true},
            "groups": {"dataType":"array","array":{"dataType":"refObject","ref":"OfferedModifierGroupResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemModifiersResponse": {
        "dataType": "refObject",
        "properties": {
            "itemId": {"ref":"Uuid","required":true},
            "sku": {"dataType":"string","required":true},
            "size": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "groups": {"dataType":"array","array":{"dataType":"refObject","ref":"OfferedModifierGroupResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChoicePosition": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":9999}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierAttachmentResponse": {
        "dataType": "refObject",
        "properties": {
            "group": {"dataType":"string","required":true},
            "position": {"ref":"ChoicePosition","required":true},
            "min": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierAttachmentsResponse": {
        "dataType": "refObject",
        "properties": {
            "itemId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "groups": {"dataType":"array","array":{"dataType":"refObject","ref":"ModifierAttachmentResponse"},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModifierAttachmentRequest": {
        "dataType": "refObject",
        "properties": {
            "group": {"dataType":"string","required":true},
            "position": {"ref":"ChoicePosition"},
            "min": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}]},
            "max": {"dataType":"union","subSchemas":[{"ref":"ChoiceCount"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutModifierAttachmentsRequest": {
        "dataType": "refObject",
        "properties": {
            "groups": {"dataType":"array","array":{"dataType":"refObject","ref":"ModifierAttachmentRequest"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RowCount": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ImportSummary": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["running"]},{"dataType":"enum","enums":["succeeded"]},{"dataType":"enum","enums":["failed"]}],"required":true},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["csv"]},{"dataType":"enum","enums":["json"]}],"required":true},
            "total": {"ref":"RowCount","required":true},
            "done": {"ref":"RowCount","required":true},
            "created": {"ref":"RowCount","required":true},
            "updated": {"ref":"RowCount","required":true},
            "unchanged": {"ref":"RowCount","required":true},
            "rejected": {"ref":"RowCount","required":true},
            "failure": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "startedAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_ImportSummary_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ImportSummary"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RowErrorResponse": {
        "dataType": "refObject",
        "properties": {
            "row": {"dataType":"integer","required":true},
            "column": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ImportResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["running"]},{"dataType":"enum","enums":["succeeded"]},{"dataType":"enum","enums":["failed"]}],"required":true},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["csv"]},{"dataType":"enum","enums":["json"]}],"required":true},
            "total": {"ref":"RowCount","required":true},
            "done": {"ref":"RowCount","required":true},
            "created": {"ref":"RowCount","required":true},
            "updated": {"ref":"RowCount","required":true},
            "unchanged": {"ref":"RowCount","required":true},
            "rejected": {"ref":"RowCount","required":true},
            "failure": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "startedAt": {"ref":"Timestamp","required":true},
            "finishedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"RowErrorResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboRate": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a percentage from 0 to 100 with at most six places","value":"^\\d{1,3}(\\.\\d{1,6})?$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboPricingResponse": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["fixed"]},{"dataType":"enum","enums":["percent_off"]}],"required":true},
            "rate": {"dataType":"union","subSchemas":[{"ref":"ComboRate"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SlotCount": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be an integer"},"minimum":{"value":0},"maximum":{"value":99}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboChoiceResponse": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "upcharge": {"ref":"MoneyDto","required":true},
            "default": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboSlotResponse": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "min": {"ref":"SlotCount","required":true},
            "max": {"ref":"SlotCount","required":true},
            "choices": {"dataType":"array","array":{"dataType":"refObject","ref":"ComboChoiceResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ItemComboResponse": {
        "dataType": "refObject",
        "properties": {
            "itemId": {"ref":"Uuid","required":true},
            "pricing": {"ref":"ComboPricingResponse","required":true},
            "slots": {"dataType":"array","array":{"dataType":"refObject","ref":"ComboSlotResponse"},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboPricingRequest": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["fixed"]},{"dataType":"enum","enums":["percent_off"]}],"required":true},
            "rate": {"dataType":"union","subSchemas":[{"ref":"ComboRate"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboChoiceRequest": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "category": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "upcharge": {"ref":"PriceDto"},
            "default": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ComboSlotRequest": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "min": {"ref":"SlotCount"},
            "max": {"ref":"SlotCount"},
            "choices": {"dataType":"array","array":{"dataType":"refObject","ref":"ComboChoiceRequest"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutItemComboRequest": {
        "dataType": "refObject",
        "properties": {
            "pricing": {"ref":"ComboPricingRequest","required":true},
            "slots": {"dataType":"array","array":{"dataType":"refObject","ref":"ComboSlotRequest"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CatalogRevision": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"isInt":{"errorMsg":"must be a whole number"},"minimum":{"value":0},"maximum":{"value":9007199254740991}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CatalogChangesResponse": {
        "dataType": "refObject",
        "properties": {
            "revision": {"ref":"CatalogRevision","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ItemResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CategoryResponse": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "items": {"dataType":"integer","required":true},
            "activeItems": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_CategoryResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"CategoryResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AvailabilityResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "outletId": {"ref":"Uuid","required":true},
            "sku": {"dataType":"string","required":true},
            "available": {"dataType":"boolean","required":true},
            "soldOut": {"dataType":"boolean","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "until": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "remaining": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}],"required":true},
            "changedBy": {"dataType":"string","required":true},
            "changedAt": {"ref":"Timestamp","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_AvailabilityResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"AvailabilityResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutAvailabilityRequest": {
        "dataType": "refObject",
        "properties": {
            "available": {"dataType":"boolean","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "until": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
            "remaining": {"dataType":"union","subSchemas":[{"ref":"DecimalString"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Permission": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["orders:read"]},{"dataType":"enum","enums":["orders:write"]},{"dataType":"enum","enums":["orders:void"]},{"dataType":"enum","enums":["orders:refund"]},{"dataType":"enum","enums":["orders:refund_other_tender"]},{"dataType":"enum","enums":["catalog:read"]},{"dataType":"enum","enums":["catalog:write"]},{"dataType":"enum","enums":["outlets:read"]},{"dataType":"enum","enums":["outlets:write"]},{"dataType":"enum","enums":["reports:read"]},{"dataType":"enum","enums":["api_keys:read"]},{"dataType":"enum","enums":["api_keys:write"]},{"dataType":"enum","enums":["tenant:read"]},{"dataType":"enum","enums":["tenant:write"]},{"dataType":"enum","enums":["streams:read"]},{"dataType":"enum","enums":["kitchen:read"]},{"dataType":"enum","enums":["drawers:read"]},{"dataType":"enum","enums":["webhooks:read"]},{"dataType":"enum","enums":["webhooks:write"]},{"dataType":"enum","enums":["dead_letters:read"]},{"dataType":"enum","enums":["dead_letters:write"]},{"dataType":"enum","enums":["orders:discount"]},{"dataType":"enum","enums":["orders:comp"]},{"dataType":"enum","enums":["orders:override_price"]},{"dataType":"enum","enums":["orders:tax_exempt"]},{"dataType":"enum","enums":["availability:write"]},{"dataType":"enum","enums":["pricebooks:read"]},{"dataType":"enum","enums":["pricebooks:write"]},{"dataType":"enum","enums":["promotions:read"]},{"dataType":"enum","enums":["promotions:write"]},{"dataType":"enum","enums":["gift_cards:read"]},{"dataType":"enum","enums":["gift_cards:issue"]},{"dataType":"enum","enums":["gift_cards:manage"]},{"dataType":"enum","enums":["loyalty:read"]},{"dataType":"enum","enums":["loyalty:enrol"]},{"dataType":"enum","enums":["loyalty:manage"]},{"dataType":"enum","enums":["drawers:open"]},{"dataType":"enum","enums":["drawers:move"]},{"dataType":"enum","enums":["drawers:no_sale"]},{"dataType":"enum","enums":["drawers:approve"]},{"dataType":"enum","enums":["drawers:manage"]},{"dataType":"enum","enums":["drawers:deposit"]},{"dataType":"enum","enums":["tenders:read"]},{"dataType":"enum","enums":["tenders:write"]},{"dataType":"enum","enums":["payments:read"]},{"dataType":"enum","enums":["payments:resolve"]},{"dataType":"enum","enums":["settlements:write"]},{"dataType":"enum","enums":["providers:read"]},{"dataType":"enum","enums":["providers:write"]},{"dataType":"enum","enums":["shifts:clock"]},{"dataType":"enum","enums":["shifts:read"]},{"dataType":"enum","enums":["shifts:manage"]},{"dataType":"enum","enums":["tips:read"]},{"dataType":"enum","enums":["tips:manage"]},{"dataType":"enum","enums":["days:read"]},{"dataType":"enum","enums":["days:close"]},{"dataType":"enum","enums":["audit:read"]},{"dataType":"enum","enums":["approvals:grant"]},{"dataType":"enum","enums":["approvals:manage"]},{"dataType":"enum","enums":["house_accounts:read"]},{"dataType":"enum","enums":["house_accounts:manage"]},{"dataType":"enum","enums":["invariants:read"]},{"dataType":"enum","enums":["notices:read"]},{"dataType":"enum","enums":["notices:write"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApiKeyResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["live"]},{"dataType":"enum","enums":["test"]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["revoked"]}],"required":true},
            "hint": {"dataType":"string","required":true},
            "permissions": {"dataType":"array","array":{"dataType":"refAlias","ref":"Permission"},"required":true},
            "outlets": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "revokedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastUsedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdBy": {"dataType":"string","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListResponse_ApiKeyResponse_": {
        "dataType": "refObject",
        "properties": {
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"ApiKeyResponse"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IssuedApiKeyResponse": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["live"]},{"dataType":"enum","enums":["test"]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["revoked"]}],"required":true},
            "hint": {"dataType":"string","required":true},
            "permissions": {"dataType":"array","array":{"dataType":"refAlias","ref":"Permission"},"required":true},
            "outlets": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "revokedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "lastUsedAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdBy": {"dataType":"string","required":true},
            "createdAt": {"ref":"Timestamp","required":true},
            "key": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateApiKeyRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "mode": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["live"]},{"dataType":"enum","enums":["test"]}],"required":true},
            "permissions": {"dataType":"array","array":{"dataType":"refAlias","ref":"Permission"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":50}}},
            "outlets": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":1000}}},
            "expiresAt": {"dataType":"union","subSchemas":[{"ref":"Timestamp"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
};
const templateService = new ExpressTemplateService(models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":false});

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa




export function RegisterRoutes(app: Router) {

    // ###########################################################################################################
    //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
    //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa
    // ###########################################################################################################


    
        const argsWebhookEndpointsController_listWebhookEndpoints: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/webhooks/endpoints',
            authenticateMiddleware([{"pos":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.listWebhookEndpoints)),

            async function WebhookEndpointsController_listWebhookEndpoints(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_listWebhookEndpoints, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listWebhookEndpoints',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_createWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateWebhookEndpointRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.createWebhookEndpoint)),

            async function WebhookEndpointsController_createWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_createWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_showWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/webhooks/endpoints/:endpointId',
            authenticateMiddleware([{"pos":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.showWebhookEndpoint)),

            async function WebhookEndpointsController_showWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_showWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_changeWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeWebhookEndpointRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/webhooks/endpoints/:endpointId',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.changeWebhookEndpoint)),

            async function WebhookEndpointsController_changeWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_changeWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_deleteWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/webhooks/endpoints/:endpointId',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.deleteWebhookEndpoint)),

            async function WebhookEndpointsController_deleteWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_deleteWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_rotateWebhookSecret: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","ref":"RotateWebhookSecretRequest"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints/:endpointId/rotate',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.rotateWebhookSecret)),

            async function WebhookEndpointsController_rotateWebhookSecret(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_rotateWebhookSecret, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rotateWebhookSecret',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_enableWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints/:endpointId/enable',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.enableWebhookEndpoint)),

            async function WebhookEndpointsController_enableWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_enableWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'enableWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookEndpointsController_disableWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints/:endpointId/disable',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookEndpointsController.prototype.disableWebhookEndpoint)),

            async function WebhookEndpointsController_disableWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookEndpointsController_disableWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookEndpointsController>(WebhookEndpointsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'disableWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookDeliveriesController_testWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","ref":"TestWebhookRequest"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints/:endpointId/test',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController.prototype.testWebhookEndpoint)),

            async function WebhookDeliveriesController_testWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookDeliveriesController_testWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookDeliveriesController>(WebhookDeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'testWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookDeliveriesController_replayWebhookEndpoint: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                endpointId: {"in":"path","name":"endpointId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ReplayWebhooksRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/webhooks/endpoints/:endpointId/replay',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController.prototype.replayWebhookEndpoint)),

            async function WebhookDeliveriesController_replayWebhookEndpoint(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookDeliveriesController_replayWebhookEndpoint, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookDeliveriesController>(WebhookDeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replayWebhookEndpoint',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookDeliveriesController_listWebhookDeliveries: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                endpointId: {"in":"query","name":"endpointId","ref":"Uuid"},
                status: {"in":"query","name":"status","ref":"WebhookDeliveryStatus"},
                eventType: {"in":"query","name":"eventType","dataType":"string"},
                eventId: {"in":"query","name":"eventId","ref":"Uuid"},
                from: {"in":"query","name":"from","ref":"Timestamp"},
                to: {"in":"query","name":"to","ref":"Timestamp"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/webhooks/deliveries',
            authenticateMiddleware([{"pos":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController.prototype.listWebhookDeliveries)),

            async function WebhookDeliveriesController_listWebhookDeliveries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookDeliveriesController_listWebhookDeliveries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookDeliveriesController>(WebhookDeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listWebhookDeliveries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookDeliveriesController_showWebhookDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                deliveryId: {"in":"path","name":"deliveryId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/webhooks/deliveries/:deliveryId',
            authenticateMiddleware([{"pos":["webhooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController.prototype.showWebhookDelivery)),

            async function WebhookDeliveriesController_showWebhookDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookDeliveriesController_showWebhookDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookDeliveriesController>(WebhookDeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showWebhookDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWebhookDeliveriesController_replayWebhookDelivery: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                deliveryId: {"in":"path","name":"deliveryId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/webhooks/deliveries/:deliveryId/replay',
            authenticateMiddleware([{"pos":["webhooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController)),
            ...(fetchMiddlewares<RequestHandler>(WebhookDeliveriesController.prototype.replayWebhookDelivery)),

            async function WebhookDeliveriesController_replayWebhookDelivery(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWebhookDeliveriesController_replayWebhookDelivery, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WebhookDeliveriesController>(WebhookDeliveriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replayWebhookDelivery',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReportsController_sales: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                from: {"in":"query","name":"from","required":true,"ref":"TradingDay"},
                to: {"in":"query","name":"to","required":true,"ref":"TradingDay"},
                outletId: {"in":"query","name":"outletId","ref":"Uuid"},
                groupBy: {"in":"query","name":"groupBy","ref":"ReportGrouping"},
                format: {"in":"query","name":"format","ref":"ReportFormat"},
        };
        app.get('/v1/:tenant/pos/reports/sales',
            authenticateMiddleware([{"pos":["reports:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReportsController)),
            ...(fetchMiddlewares<RequestHandler>(ReportsController.prototype.sales)),

            async function ReportsController_sales(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReportsController_sales, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReportsController>(ReportsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sales',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_listPromotions: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                status: {"in":"query","name":"status","ref":"PromotionState"},
                q: {"in":"query","name":"q","dataType":"string"},
                code: {"in":"query","name":"code","dataType":"string"},
                outletId: {"in":"query","name":"outletId","ref":"Uuid"},
                at: {"in":"query","name":"at","ref":"Timestamp"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/promotions',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.listPromotions)),

            async function PromotionsController_listPromotions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_listPromotions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPromotions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_createPromotion: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CreatePromotionRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.createPromotion)),

            async function PromotionsController_createPromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_createPromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_showPromotion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.showPromotion)),

            async function PromotionsController_showPromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_showPromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_changePromotion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangePromotionRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/promotions/:promotionId',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.changePromotion)),

            async function PromotionsController_changePromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_changePromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_activatePromotion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions/:promotionId/activate',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.activatePromotion)),

            async function PromotionsController_activatePromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_activatePromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activatePromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_pausePromotion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions/:promotionId/pause',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.pausePromotion)),

            async function PromotionsController_pausePromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_pausePromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'pausePromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_endPromotion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions/:promotionId/end',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.endPromotion)),

            async function PromotionsController_endPromotion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_endPromotion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'endPromotion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_listPromotionVersions: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/versions',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.listPromotionVersions)),

            async function PromotionsController_listPromotionVersions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_listPromotionVersions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPromotionVersions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionsController_showPromotionVersion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                version: {"in":"path","name":"version","required":true,"ref":"PromotionVersionNumber"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/versions/:version',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionsController.prototype.showPromotionVersion)),

            async function PromotionsController_showPromotionVersion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionsController_showPromotionVersion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionsController>(PromotionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPromotionVersion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionSimulationsController_simulate: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"SimulationRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions/simulations',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionSimulationsController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionSimulationsController.prototype.simulate)),

            async function PromotionSimulationsController_simulate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionSimulationsController_simulate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionSimulationsController>(PromotionSimulationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'simulate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_listPromoCodes: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                q: {"in":"query","name":"q","dataType":"string"},
                batchId: {"in":"query","name":"batchId","ref":"Uuid"},
                active: {"in":"query","name":"active","dataType":"boolean"},
                used: {"in":"query","name":"used","dataType":"boolean"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/codes',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.listPromoCodes)),

            async function PromotionCodesController_listPromoCodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_listPromoCodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPromoCodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_issuePromoCodes: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"IssuePromoCodesRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/promotions/:promotionId/codes',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.issuePromoCodes)),

            async function PromotionCodesController_issuePromoCodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_issuePromoCodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'issuePromoCodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_showPromoCode: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                codeId: {"in":"path","name":"codeId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/codes/:codeId',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.showPromoCode)),

            async function PromotionCodesController_showPromoCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_showPromoCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPromoCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_changePromoCode: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                codeId: {"in":"path","name":"codeId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangePromoCodeRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/promotions/:promotionId/codes/:codeId',
            authenticateMiddleware([{"pos":["promotions:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.changePromoCode)),

            async function PromotionCodesController_changePromoCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_changePromoCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePromoCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_listPromotionUses: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                code: {"in":"query","name":"code","dataType":"string"},
                customerId: {"in":"query","name":"customerId","dataType":"string"},
                orderId: {"in":"query","name":"orderId","ref":"Uuid"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/uses',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.listPromotionUses)),

            async function PromotionCodesController_listPromotionUses(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_listPromotionUses, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPromotionUses',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPromotionCodesController_showPromotionFigures: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                promotionId: {"in":"path","name":"promotionId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/promotions/:promotionId/figures',
            authenticateMiddleware([{"pos":["promotions:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController)),
            ...(fetchMiddlewares<RequestHandler>(PromotionCodesController.prototype.showPromotionFigures)),

            async function PromotionCodesController_showPromotionFigures(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPromotionCodesController_showPromotionFigures, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PromotionCodesController>(PromotionCodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPromotionFigures',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_listPricebooks: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                outletId: {"in":"query","name":"outletId","ref":"Uuid"},
                status: {"in":"query","name":"status","ref":"PricebookStatus"},
                q: {"in":"query","name":"q","dataType":"string"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/pricebooks',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.listPricebooks)),

            async function PricebooksController_listPricebooks(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_listPricebooks, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPricebooks',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_createPricebook: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CreatePricebookRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.createPricebook)),

            async function PricebooksController_createPricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_createPricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_showEffectivePrice: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                sku: {"in":"query","name":"sku","required":true,"dataType":"string"},
                outletId: {"in":"query","name":"outletId","required":true,"ref":"Uuid"},
                channel: {"in":"query","name":"channel","ref":"PricebookChannelDto"},
                customerGroup: {"in":"query","name":"customerGroup","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","ref":"Timestamp"},
        };
        app.get('/v1/:tenant/pos/pricebooks/effective',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.showEffectivePrice)),

            async function PricebooksController_showEffectivePrice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_showEffectivePrice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showEffectivePrice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_showPricebook: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/pricebooks/:pricebookId',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.showPricebook)),

            async function PricebooksController_showPricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_showPricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_changePricebook: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangePricebookRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/pricebooks/:pricebookId',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.changePricebook)),

            async function PricebooksController_changePricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_changePricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_publishPricebook: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PublishPricebookRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks/:pricebookId/publish',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.publishPricebook)),

            async function PricebooksController_publishPricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_publishPricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'publishPricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_rollBackPricebook: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"RollBackPricebookRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks/:pricebookId/rollback',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.rollBackPricebook)),

            async function PricebooksController_rollBackPricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_rollBackPricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rollBackPricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebooksController_archivePricebook: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks/:pricebookId/archive',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController)),
            ...(fetchMiddlewares<RequestHandler>(PricebooksController.prototype.archivePricebook)),

            async function PricebooksController_archivePricebook(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebooksController_archivePricebook, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebooksController>(PricebooksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'archivePricebook',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_changePricebookDraft: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeDraftRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/pricebooks/:pricebookId/draft',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.changePricebookDraft)),

            async function PricebookVersionsController_changePricebookDraft(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_changePricebookDraft, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePricebookDraft',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_editPricebookEntries: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"EditEntriesRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/pricebooks/:pricebookId/draft/entries',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.editPricebookEntries)),

            async function PricebookVersionsController_editPricebookEntries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_editPricebookEntries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'editPricebookEntries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_replacePricebookEntries: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ReplaceEntriesRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/pricebooks/:pricebookId/draft/entries',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.replacePricebookEntries)),

            async function PricebookVersionsController_replacePricebookEntries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_replacePricebookEntries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replacePricebookEntries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_openPricebookDraft: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"OpenDraftRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks/:pricebookId/versions',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.openPricebookDraft)),

            async function PricebookVersionsController_openPricebookDraft(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_openPricebookDraft, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'openPricebookDraft',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_listPricebookVersions: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/pricebooks/:pricebookId/versions',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.listPricebookVersions)),

            async function PricebookVersionsController_listPricebookVersions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_listPricebookVersions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPricebookVersions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_showPricebookVersion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                number: {"in":"path","name":"number","required":true,"ref":"PricebookVersionNumber"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/pricebooks/:pricebookId/versions/:number',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.showPricebookVersion)),

            async function PricebookVersionsController_showPricebookVersion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_showPricebookVersion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showPricebookVersion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_withdrawPricebookVersion: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                number: {"in":"path","name":"number","required":true,"ref":"PricebookVersionNumber"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricebooks/:pricebookId/versions/:number/withdraw',
            authenticateMiddleware([{"pos":["pricebooks:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.withdrawPricebookVersion)),

            async function PricebookVersionsController_withdrawPricebookVersion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_withdrawPricebookVersion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'withdrawPricebookVersion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_listPricebookEntries: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                number: {"in":"path","name":"number","required":true,"ref":"PricebookVersionNumber"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                sku: {"in":"query","name":"sku","dataType":"string"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/pricebooks/:pricebookId/versions/:number/entries',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.listPricebookEntries)),

            async function PricebookVersionsController_listPricebookEntries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_listPricebookEntries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPricebookEntries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricebookVersionsController_diffPricebookVersions: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                pricebookId: {"in":"path","name":"pricebookId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                from: {"in":"query","name":"from","required":true,"ref":"PricebookVersionNumber"},
                to: {"in":"query","name":"to","required":true,"ref":"PricebookVersionNumber"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/pricebooks/:pricebookId/diff',
            authenticateMiddleware([{"pos":["pricebooks:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController)),
            ...(fetchMiddlewares<RequestHandler>(PricebookVersionsController.prototype.diffPricebookVersions)),

            async function PricebookVersionsController_diffPricebookVersions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricebookVersionsController_diffPricebookVersions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricebookVersionsController>(PricebookVersionsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'diffPricebookVersions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTenantController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/tenant',
            authenticateMiddleware([{"pos":["tenant:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TenantController)),
            ...(fetchMiddlewares<RequestHandler>(TenantController.prototype.show)),

            async function TenantController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTenantController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TenantController>(TenantController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTenantController_change: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeTenantRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/tenant',
            authenticateMiddleware([{"pos":["tenant:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TenantController)),
            ...(fetchMiddlewares<RequestHandler>(TenantController.prototype.change)),

            async function TenantController_change(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTenantController_change, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TenantController>(TenantController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'change',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTaxGroupsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                code: {"in":"path","name":"code","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/outlets/:outletId/tax-groups/:code',
            authenticateMiddleware([{"pos":["outlets:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController.prototype.show)),

            async function TaxGroupsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTaxGroupsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TaxGroupsController>(TaxGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTaxGroupsController_put: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                code: {"in":"path","name":"code","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PutTaxGroupRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/outlets/:outletId/tax-groups/:code',
            authenticateMiddleware([{"pos":["outlets:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController.prototype.put)),

            async function TaxGroupsController_put(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTaxGroupsController_put, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TaxGroupsController>(TaxGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'put',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTaxGroupsController_remove: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                code: {"in":"path","name":"code","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/outlets/:outletId/tax-groups/:code',
            authenticateMiddleware([{"pos":["outlets:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(TaxGroupsController.prototype.remove)),

            async function TaxGroupsController_remove(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTaxGroupsController_remove, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TaxGroupsController>(TaxGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'remove',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOutletsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                active: {"in":"query","name":"active","dataType":"boolean"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/outlets',
            authenticateMiddleware([{"pos":["outlets:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OutletsController)),
            ...(fetchMiddlewares<RequestHandler>(OutletsController.prototype.list)),

            async function OutletsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOutletsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OutletsController>(OutletsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOutletsController_open: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"OpenOutletRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/outlets',
            authenticateMiddleware([{"pos":["outlets:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OutletsController)),
            ...(fetchMiddlewares<RequestHandler>(OutletsController.prototype.open)),

            async function OutletsController_open(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOutletsController_open, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OutletsController>(OutletsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'open',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOutletsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/outlets/:outletId',
            authenticateMiddleware([{"pos":["outlets:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OutletsController)),
            ...(fetchMiddlewares<RequestHandler>(OutletsController.prototype.show)),

            async function OutletsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOutletsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OutletsController>(OutletsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOutletsController_change: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeOutletRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/outlets/:outletId',
            authenticateMiddleware([{"pos":["outlets:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OutletsController)),
            ...(fetchMiddlewares<RequestHandler>(OutletsController.prototype.change)),

            async function OutletsController_change(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOutletsController_change, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OutletsController>(OutletsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'change',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsReceiptController_show: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                copy: {"in":"query","name":"copy","dataType":"union","subSchemas":[{"dataType":"enum","enums":["true"]},{"dataType":"enum","enums":["false"]}]},
                columns: {"in":"query","name":"columns","dataType":"union","subSchemas":[{"dataType":"enum","enums":["32"]},{"dataType":"enum","enums":["48"]}]},
        };
        app.get('/v1/:tenant/pos/orders/:orderId/receipt',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ReceiptController)),
            ...(fetchMiddlewares<RequestHandler>(ReceiptController.prototype.show)),

            async function ReceiptController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsReceiptController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ReceiptController>(ReceiptController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricingController_explain: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/orders/:orderId/explanation',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricingController)),
            ...(fetchMiddlewares<RequestHandler>(PricingController.prototype.explain)),

            async function PricingController_explain(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricingController_explain, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricingController>(PricingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'explain',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPricingController_replay: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ReplayRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/pricing/replay',
            authenticateMiddleware([{"pos":["reports:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PricingController)),
            ...(fetchMiddlewares<RequestHandler>(PricingController.prototype.replay)),

            async function PricingController_replay(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPricingController_replay, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PricingController>(PricingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replay',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_place: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PlaceOrderRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.place)),

            async function OrdersController_place(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_place, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'place',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_quote: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"QuoteRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/quotes',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.quote)),

            async function OrdersController_quote(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_quote, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'quote',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_list: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                outletId: {"in":"query","name":"outletId","ref":"Uuid"},
                status: {"in":"query","name":"status","ref":"OrderStatusName"},
                from: {"in":"query","name":"from","ref":"Timestamp"},
                to: {"in":"query","name":"to","ref":"Timestamp"},
                q: {"in":"query","name":"q","dataType":"string"},
                expand: {"in":"query","name":"expand","dataType":"string"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/orders',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.list)),

            async function OrdersController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_show: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/orders/:orderId',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.show)),

            async function OrdersController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrdersController_events: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/orders/:orderId/events',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrdersController)),
            ...(fetchMiddlewares<RequestHandler>(OrdersController.prototype.events)),

            async function OrdersController_events(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_events, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrdersController>(OrdersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'events',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_addLines: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"dataType":"union","subSchemas":[{"ref":"LineRequest"},{"ref":"AddLinesRequest"}]},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/lines',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.addLines)),

            async function OrderCommandsController_addLines(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_addLines, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addLines',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_changeLine: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                lineId: {"in":"path","name":"lineId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeLineRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/orders/:orderId/lines/:lineId',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.changeLine)),

            async function OrderCommandsController_changeLine(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_changeLine, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeLine',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_removeLine: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                lineId: {"in":"path","name":"lineId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/orders/:orderId/lines/:lineId',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.removeLine)),

            async function OrderCommandsController_removeLine(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_removeLine, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeLine',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_addPayment: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PaymentRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/payments',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.addPayment)),

            async function OrderCommandsController_addPayment(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_addPayment, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addPayment',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_complete: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                _body: {"in":"body","name":"_body","ref":"CommandRequest"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/complete',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.complete)),

            async function OrderCommandsController_complete(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_complete, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'complete',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_void: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"VoidRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/void',
            authenticateMiddleware([{"pos":["orders:void"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.void)),

            async function OrderCommandsController_void(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_void, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'void',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_hold: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                _body: {"in":"body","name":"_body","ref":"CommandRequest"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/hold',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.hold)),

            async function OrderCommandsController_hold(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_hold, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'hold',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_recall: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                _body: {"in":"body","name":"_body","ref":"CommandRequest"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/recall',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.recall)),

            async function OrderCommandsController_recall(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_recall, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'recall',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderCommandsController_refund: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"RefundRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/refunds',
            authenticateMiddleware([{"pos":["orders:refund"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(OrderCommandsController.prototype.refund)),

            async function OrderCommandsController_refund(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderCommandsController_refund, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderCommandsController>(OrderCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refund',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_discounts: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/orders/:orderId/discounts',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.discounts)),

            async function OrderExtrasController_discounts(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_discounts, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'discounts',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_giveDiscount: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"DiscountRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/discounts',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.giveDiscount)),

            async function OrderExtrasController_giveDiscount(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_giveDiscount, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'giveDiscount',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_removeDiscount: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                discountId: {"in":"path","name":"discountId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/orders/:orderId/discounts/:discountId',
            authenticateMiddleware([{"pos":["orders:discount"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.removeDiscount)),

            async function OrderExtrasController_removeDiscount(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_removeDiscount, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeDiscount',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_addPromoCode: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PromoCodeRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/orders/:orderId/promo-codes',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.addPromoCode)),

            async function OrderExtrasController_addPromoCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_addPromoCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addPromoCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_removePromoCode: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                code: {"in":"path","name":"code","required":true,"ref":"ReferenceText"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/orders/:orderId/promo-codes/:code',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.removePromoCode)),

            async function OrderExtrasController_removePromoCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_removePromoCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removePromoCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsOrderExtrasController_changeTip: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                orderId: {"in":"path","name":"orderId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"TipRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/orders/:orderId/tip',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController)),
            ...(fetchMiddlewares<RequestHandler>(OrderExtrasController.prototype.changeTip)),

            async function OrderExtrasController_changeTip(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsOrderExtrasController_changeTip, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<OrderExtrasController>(OrderExtrasController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeTip',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_programme: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/loyalty/programme',
            authenticateMiddleware([{"pos":["loyalty:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.programme)),

            async function LoyaltyController_programme(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_programme, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'programme',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_setProgramme: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ProgrammeRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/loyalty/programme',
            authenticateMiddleware([{"pos":["loyalty:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.setProgramme)),

            async function LoyaltyController_setProgramme(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_setProgramme, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setProgramme',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_members: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                group: {"in":"query","name":"group","dataType":"string"},
                status: {"in":"query","name":"status","dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["closed"]}]},
                q: {"in":"query","name":"q","dataType":"string"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/loyalty/members',
            authenticateMiddleware([{"pos":["loyalty:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.members)),

            async function LoyaltyController_members(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_members, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'members',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_enrol: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"EnrolRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/loyalty/members',
            authenticateMiddleware([{"pos":["loyalty:enrol"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.enrol)),

            async function LoyaltyController_enrol(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_enrol, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'enrol',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_member: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                customerId: {"in":"path","name":"customerId","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/loyalty/members/:customerId',
            authenticateMiddleware([{"pos":["loyalty:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.member)),

            async function LoyaltyController_member(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_member, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'member',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_change: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                customerId: {"in":"path","name":"customerId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeMemberRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/loyalty/members/:customerId',
            authenticateMiddleware([{"pos":["loyalty:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.change)),

            async function LoyaltyController_change(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_change, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'change',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_entries: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                customerId: {"in":"path","name":"customerId","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/loyalty/members/:customerId/entries',
            authenticateMiddleware([{"pos":["loyalty:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.entries)),

            async function LoyaltyController_entries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_entries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'entries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyController_adjust: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                customerId: {"in":"path","name":"customerId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"AdjustPointsRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/loyalty/members/:customerId/adjustments',
            authenticateMiddleware([{"pos":["loyalty:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyController.prototype.adjust)),

            async function LoyaltyController_adjust(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyController_adjust, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyController>(LoyaltyController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'adjust',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyBurnsController_burn: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"BurnRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/loyalty/burns',
            authenticateMiddleware([{"pos":["orders:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyBurnsController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyBurnsController.prototype.burn)),

            async function LoyaltyBurnsController_burn(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyBurnsController_burn, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyBurnsController>(LoyaltyBurnsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'burn',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLoyaltyBurnsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                reference: {"in":"path","name":"reference","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/loyalty/burns/:reference',
            authenticateMiddleware([{"pos":["orders:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyBurnsController)),
            ...(fetchMiddlewares<RequestHandler>(LoyaltyBurnsController.prototype.show)),

            async function LoyaltyBurnsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLoyaltyBurnsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LoyaltyBurnsController>(LoyaltyBurnsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                status: {"in":"query","name":"status","ref":"GiftCardStatus"},
                kind: {"in":"query","name":"kind","ref":"GiftCardKind"},
                last4: {"in":"query","name":"last4","dataType":"string"},
                customerId: {"in":"query","name":"customerId","dataType":"string"},
                expiringBefore: {"in":"query","name":"expiringBefore","ref":"Timestamp"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/gift-cards',
            authenticateMiddleware([{"pos":["gift_cards:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController.prototype.list)),

            async function GiftCardsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardsController>(GiftCardsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardsController_issue: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"IssueGiftCardsRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards',
            authenticateMiddleware([{"pos":["gift_cards:issue"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController.prototype.issue)),

            async function GiftCardsController_issue(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardsController_issue, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardsController>(GiftCardsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'issue',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardsController_lookup: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"LookUpGiftCardRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/lookup',
            authenticateMiddleware([{"pos":["gift_cards:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController.prototype.lookup)),

            async function GiftCardsController_lookup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardsController_lookup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardsController>(GiftCardsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'lookup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/gift-cards/:cardId',
            authenticateMiddleware([{"pos":["gift_cards:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController.prototype.show)),

            async function GiftCardsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardsController>(GiftCardsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardsController_transactions: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/gift-cards/:cardId/transactions',
            authenticateMiddleware([{"pos":["gift_cards:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardsController.prototype.transactions)),

            async function GiftCardsController_transactions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardsController_transactions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardsController>(GiftCardsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'transactions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardReportsController_liability: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                at: {"in":"query","name":"at","ref":"Timestamp"},
                from: {"in":"query","name":"from","ref":"Timestamp"},
                outletId: {"in":"query","name":"outletId","ref":"Uuid"},
                format: {"in":"query","name":"format","ref":"LiabilityFormat"},
        };
        app.get('/v1/:tenant/pos/reports/gift-card-liability',
            authenticateMiddleware([{"pos":["reports:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardReportsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardReportsController.prototype.liability)),

            async function GiftCardReportsController_liability(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardReportsController_liability, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardReportsController>(GiftCardReportsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'liability',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"GiftCardValueRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/activate',
            authenticateMiddleware([{"pos":["gift_cards:issue"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.activate)),

            async function GiftCardCommandsController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_reload: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"GiftCardValueRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/reload',
            authenticateMiddleware([{"pos":["gift_cards:issue"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.reload)),

            async function GiftCardCommandsController_reload(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_reload, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'reload',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_adjust: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"AdjustGiftCardRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/adjust',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.adjust)),

            async function GiftCardCommandsController_adjust(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_adjust, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'adjust',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_block: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"GiftCardReasonRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/block',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.block)),

            async function GiftCardCommandsController_block(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_block, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'block',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_unblock: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"GiftCardReasonRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/unblock',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.unblock)),

            async function GiftCardCommandsController_unblock(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_unblock, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'unblock',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_transfer: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"TransferGiftCardRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/transfer',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.transfer)),

            async function GiftCardCommandsController_transfer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_transfer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'transfer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_expire: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"GiftCardReasonRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/expire',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.expire)),

            async function GiftCardCommandsController_expire(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_expire, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'expire',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsGiftCardCommandsController_extend: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                cardId: {"in":"path","name":"cardId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ExtendGiftCardRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/gift-cards/:cardId/extend',
            authenticateMiddleware([{"pos":["gift_cards:manage"]}]),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController)),
            ...(fetchMiddlewares<RequestHandler>(GiftCardCommandsController.prototype.extend)),

            async function GiftCardCommandsController_extend(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsGiftCardCommandsController_extend, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<GiftCardCommandsController>(GiftCardCommandsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'extend',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInboxDeadLettersController_listInboxDeadLetters: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                status: {"in":"query","name":"status","ref":"InboxDeadLetterStatus"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/inbox/dead-letters',
            authenticateMiddleware([{"pos":["dead_letters:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController.prototype.listInboxDeadLetters)),

            async function InboxDeadLettersController_listInboxDeadLetters(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInboxDeadLettersController_listInboxDeadLetters, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InboxDeadLettersController>(InboxDeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listInboxDeadLetters',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInboxDeadLettersController_showInboxDeadLetter: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/inbox/dead-letters/:id',
            authenticateMiddleware([{"pos":["dead_letters:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController.prototype.showInboxDeadLetter)),

            async function InboxDeadLettersController_showInboxDeadLetter(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInboxDeadLettersController_showInboxDeadLetter, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InboxDeadLettersController>(InboxDeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showInboxDeadLetter',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInboxDeadLettersController_redriveInboxDeadLetter: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/inbox/dead-letters/:id/redrive',
            authenticateMiddleware([{"pos":["dead_letters:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(InboxDeadLettersController.prototype.redriveInboxDeadLetter)),

            async function InboxDeadLettersController_redriveInboxDeadLetter(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInboxDeadLettersController_redriveInboxDeadLetter, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InboxDeadLettersController>(InboxDeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'redriveInboxDeadLetter',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeadLettersController_showStatus: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/outbox/status',
            authenticateMiddleware([{"pos":["dead_letters:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController.prototype.showStatus)),

            async function DeadLettersController_showStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeadLettersController_showStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeadLettersController>(DeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeadLettersController_listDeadLetters: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                sink: {"in":"query","name":"sink","dataType":"string"},
                type: {"in":"query","name":"type","dataType":"string"},
                status: {"in":"query","name":"status","ref":"DeadLetterStatus"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/outbox/dead-letters',
            authenticateMiddleware([{"pos":["dead_letters:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController.prototype.listDeadLetters)),

            async function DeadLettersController_listDeadLetters(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeadLettersController_listDeadLetters, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeadLettersController>(DeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listDeadLetters',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeadLettersController_showDeadLetter: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/outbox/dead-letters/:id',
            authenticateMiddleware([{"pos":["dead_letters:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController.prototype.showDeadLetter)),

            async function DeadLettersController_showDeadLetter(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeadLettersController_showDeadLetter, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeadLettersController>(DeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showDeadLetter',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeadLettersController_redriveDeadLetters: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"RedriveRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/outbox/dead-letters/redrive',
            authenticateMiddleware([{"pos":["dead_letters:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController.prototype.redriveDeadLetters)),

            async function DeadLettersController_redriveDeadLetters(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeadLettersController_redriveDeadLetters, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeadLettersController>(DeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'redriveDeadLetters',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDeadLettersController_redriveDeadLetter: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/outbox/dead-letters/:id/redrive',
            authenticateMiddleware([{"pos":["dead_letters:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController)),
            ...(fetchMiddlewares<RequestHandler>(DeadLettersController.prototype.redriveDeadLetter)),

            async function DeadLettersController_redriveDeadLetter(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDeadLettersController_redriveDeadLetter, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DeadLettersController>(DeadLettersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'redriveDeadLetter',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSyncsController_start: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"StartSyncRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/catalog/syncs',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SyncsController)),
            ...(fetchMiddlewares<RequestHandler>(SyncsController.prototype.start)),

            async function SyncsController_start(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSyncsController_start, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SyncsController>(SyncsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'start',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 202,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSyncsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/syncs',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SyncsController)),
            ...(fetchMiddlewares<RequestHandler>(SyncsController.prototype.list)),

            async function SyncsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSyncsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SyncsController>(SyncsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSyncsController_state: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/syncs/state',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SyncsController)),
            ...(fetchMiddlewares<RequestHandler>(SyncsController.prototype.state)),

            async function SyncsController_state(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSyncsController_state, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SyncsController>(SyncsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'state',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSyncsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                syncId: {"in":"path","name":"syncId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/syncs/:syncId',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SyncsController)),
            ...(fetchMiddlewares<RequestHandler>(SyncsController.prototype.show)),

            async function SyncsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSyncsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SyncsController>(SyncsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_listModifierGroups: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                q: {"in":"query","name":"q","dataType":"string"},
                code: {"in":"query","name":"code","dataType":"string"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.listModifierGroups)),

            async function ModifierGroupsController_listModifierGroups(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_listModifierGroups, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listModifierGroups',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_addModifierGroup: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PutModifierGroupRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/catalog/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.addModifierGroup)),

            async function ModifierGroupsController_addModifierGroup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_addModifierGroup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addModifierGroup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_showModifierGroup: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                groupId: {"in":"path","name":"groupId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/modifier-groups/:groupId',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.showModifierGroup)),

            async function ModifierGroupsController_showModifierGroup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_showModifierGroup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showModifierGroup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_putModifierGroup: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                groupId: {"in":"path","name":"groupId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PutModifierGroupRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/catalog/modifier-groups/:groupId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.putModifierGroup)),

            async function ModifierGroupsController_putModifierGroup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_putModifierGroup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putModifierGroup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_changeModifierGroup: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                groupId: {"in":"path","name":"groupId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeModifierGroupRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/catalog/modifier-groups/:groupId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.changeModifierGroup)),

            async function ModifierGroupsController_changeModifierGroup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_changeModifierGroup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changeModifierGroup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsModifierGroupsController_deleteModifierGroup: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                groupId: {"in":"path","name":"groupId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/catalog/modifier-groups/:groupId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController)),
            ...(fetchMiddlewares<RequestHandler>(ModifierGroupsController.prototype.deleteModifierGroup)),

            async function ModifierGroupsController_deleteModifierGroup(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsModifierGroupsController_deleteModifierGroup, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ModifierGroupsController>(ModifierGroupsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteModifierGroup',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLookupController_lookUpItemByCode: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                code: {"in":"query","name":"code","required":true,"ref":"ScannedCode"},
                outletId: {"in":"query","name":"outletId","required":true,"ref":"Uuid"},
        };
        app.get('/v1/:tenant/pos/catalog/lookup',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LookupController)),
            ...(fetchMiddlewares<RequestHandler>(LookupController.prototype.lookUpItemByCode)),

            async function LookupController_lookUpItemByCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLookupController_lookUpItemByCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LookupController>(LookupController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'lookUpItemByCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLabelRulesController_showLabelRules: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/outlets/:outletId/label-rules',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LabelRulesController)),
            ...(fetchMiddlewares<RequestHandler>(LabelRulesController.prototype.showLabelRules)),

            async function LabelRulesController_showLabelRules(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLabelRulesController_showLabelRules, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LabelRulesController>(LabelRulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showLabelRules',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLabelRulesController_putLabelRules: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PutLabelRulesRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/outlets/:outletId/label-rules',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(LabelRulesController)),
            ...(fetchMiddlewares<RequestHandler>(LabelRulesController.prototype.putLabelRules)),

            async function LabelRulesController_putLabelRules(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLabelRulesController_putLabelRules, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LabelRulesController>(LabelRulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putLabelRules',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                q: {"in":"query","name":"q","dataType":"string"},
                sku: {"in":"query","name":"sku","dataType":"string"},
                barcode: {"in":"query","name":"barcode","dataType":"string"},
                category: {"in":"query","name":"category","dataType":"string"},
                active: {"in":"query","name":"active","dataType":"boolean"},
                kind: {"in":"query","name":"kind","ref":"ItemKindDto"},
                plu: {"in":"query","name":"plu","dataType":"string"},
                variantOf: {"in":"query","name":"variantOf","dataType":"string"},
                deleted: {"in":"query","name":"deleted","dataType":"boolean"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/items',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.list)),

            async function ItemsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_add: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"AddItemRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/catalog/items',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.add)),

            async function ItemsController_add(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_add, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'add',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/items/:itemId',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.show)),

            async function ItemsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_put: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PutItemRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/catalog/items/:itemId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.put)),

            async function ItemsController_put(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_put, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'put',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_change: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangeItemRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.patch('/v1/:tenant/pos/catalog/items/:itemId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.change)),

            async function ItemsController_change(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_change, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'change',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_remove: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/catalog/items/:itemId',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.remove)),

            async function ItemsController_remove(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_remove, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'remove',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemsController_restore: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/catalog/items/:itemId/restore',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemsController)),
            ...(fetchMiddlewares<RequestHandler>(ItemsController.prototype.restore)),

            async function ItemsController_restore(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemsController_restore, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemsController>(ItemsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'restore',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemModifiersController_showItemModifiers: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/items/:itemId/modifiers',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController)),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController.prototype.showItemModifiers)),

            async function ItemModifiersController_showItemModifiers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemModifiersController_showItemModifiers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemModifiersController>(ItemModifiersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showItemModifiers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemModifiersController_showItemModifierGroups: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/items/:itemId/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController)),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController.prototype.showItemModifierGroups)),

            async function ItemModifiersController_showItemModifierGroups(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemModifiersController_showItemModifierGroups, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemModifiersController>(ItemModifiersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showItemModifierGroups',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsItemModifiersController_putItemModifierGroups: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PutModifierAttachmentsRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/catalog/items/:itemId/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController)),
            ...(fetchMiddlewares<RequestHandler>(ItemModifiersController.prototype.putItemModifierGroups)),

            async function ItemModifiersController_putItemModifierGroups(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsItemModifiersController_putItemModifierGroups, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ItemModifiersController>(ItemModifiersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putItemModifierGroups',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsImportsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/imports',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ImportsController)),
            ...(fetchMiddlewares<RequestHandler>(ImportsController.prototype.list)),

            async function ImportsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsImportsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ImportsController>(ImportsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsImportsController_show: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                importId: {"in":"path","name":"importId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/imports/:importId',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ImportsController)),
            ...(fetchMiddlewares<RequestHandler>(ImportsController.prototype.show)),

            async function ImportsController_show(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsImportsController_show, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ImportsController>(ImportsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'show',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCombosController_showCombo: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/items/:itemId/combo',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CombosController)),
            ...(fetchMiddlewares<RequestHandler>(CombosController.prototype.showCombo)),

            async function CombosController_showCombo(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCombosController_showCombo, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CombosController>(CombosController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showCombo',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCombosController_putCombo: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"PutItemComboRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/catalog/items/:itemId/combo',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CombosController)),
            ...(fetchMiddlewares<RequestHandler>(CombosController.prototype.putCombo)),

            async function CombosController_putCombo(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCombosController_putCombo, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CombosController>(CombosController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putCombo',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCombosController_deleteCombo: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                itemId: {"in":"path","name":"itemId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/catalog/items/:itemId/combo',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CombosController)),
            ...(fetchMiddlewares<RequestHandler>(CombosController.prototype.deleteCombo)),

            async function CombosController_deleteCombo(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCombosController_deleteCombo, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CombosController>(CombosController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteCombo',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsChangesController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                since: {"in":"query","name":"since","ref":"CatalogRevision"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/changes',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ChangesController)),
            ...(fetchMiddlewares<RequestHandler>(ChangesController.prototype.list)),

            async function ChangesController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsChangesController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ChangesController>(ChangesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCategoryModifiersController_showCategoryModifierGroups: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                category: {"in":"path","name":"category","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/v1/:tenant/pos/catalog/categories/:category/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CategoryModifiersController)),
            ...(fetchMiddlewares<RequestHandler>(CategoryModifiersController.prototype.showCategoryModifierGroups)),

            async function CategoryModifiersController_showCategoryModifierGroups(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCategoryModifiersController_showCategoryModifierGroups, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CategoryModifiersController>(CategoryModifiersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'showCategoryModifierGroups',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCategoryModifiersController_putCategoryModifierGroups: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                category: {"in":"path","name":"category","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PutModifierAttachmentsRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/catalog/categories/:category/modifier-groups',
            authenticateMiddleware([{"pos":["catalog:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(CategoryModifiersController)),
            ...(fetchMiddlewares<RequestHandler>(CategoryModifiersController.prototype.putCategoryModifierGroups)),

            async function CategoryModifiersController_putCategoryModifierGroups(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCategoryModifiersController_putCategoryModifierGroups, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CategoryModifiersController>(CategoryModifiersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putCategoryModifierGroups',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCategoriesController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/catalog/categories',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CategoriesController)),
            ...(fetchMiddlewares<RequestHandler>(CategoriesController.prototype.list)),

            async function CategoriesController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCategoriesController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CategoriesController>(CategoriesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAvailabilityController_listAvailability: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                available: {"in":"query","name":"available","dataType":"boolean"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/outlets/:outletId/availability',
            authenticateMiddleware([{"pos":["catalog:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AvailabilityController)),
            ...(fetchMiddlewares<RequestHandler>(AvailabilityController.prototype.listAvailability)),

            async function AvailabilityController_listAvailability(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAvailabilityController_listAvailability, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AvailabilityController>(AvailabilityController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listAvailability',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAvailabilityController_putAvailability: Record<string, TsoaRoute.ParameterSchema> = {
                _tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                outletId: {"in":"path","name":"outletId","required":true,"ref":"Uuid"},
                sku: {"in":"path","name":"sku","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PutAvailabilityRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.put('/v1/:tenant/pos/outlets/:outletId/availability/:sku',
            authenticateMiddleware([{"pos":["availability:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(AvailabilityController)),
            ...(fetchMiddlewares<RequestHandler>(AvailabilityController.prototype.putAvailability)),

            async function AvailabilityController_putAvailability(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAvailabilityController_putAvailability, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AvailabilityController>(AvailabilityController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'putAvailability',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_listApiKeys: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"in":"query","name":"limit","ref":"PageLimit"},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/v1/:tenant/pos/api-keys',
            authenticateMiddleware([{"pos":["api_keys:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.listApiKeys)),

            async function ApiKeysController_listApiKeys(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_listApiKeys, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listApiKeys',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_create: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateApiKeyRequest"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/api-keys',
            authenticateMiddleware([{"pos":["api_keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.create)),

            async function ApiKeysController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_rotate: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                apiKeyId: {"in":"path","name":"apiKeyId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/v1/:tenant/pos/api-keys/:apiKeyId/rotate',
            authenticateMiddleware([{"pos":["api_keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.rotate)),

            async function ApiKeysController_rotate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_rotate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rotate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsApiKeysController_revoke: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                apiKeyId: {"in":"path","name":"apiKeyId","required":true,"ref":"Uuid"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/v1/:tenant/pos/api-keys/:apiKeyId',
            authenticateMiddleware([{"pos":["api_keys:write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(ApiKeysController.prototype.revoke)),

            async function ApiKeysController_revoke(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsApiKeysController_revoke, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ApiKeysController>(ApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'revoke',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa


    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
        return async function runAuthenticationMiddleware(request: any, response: any, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            // keep track of failed auth attempts so we can hand back the most
            // recent one.  This behavior was previously existing so preserving it
            // here
            const failedAttempts: any[] = [];
            const pushAndRethrow = (error: any) => {
                failedAttempts.push(error);
                throw error;
            };

            const secMethodOrPromises: Promise<any>[] = [];
            for (const secMethod of security) {
                if (Object.keys(secMethod).length > 1) {
                    const secMethodAndPromises: Promise<any>[] = [];

                    for (const name in secMethod) {
                        secMethodAndPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }

                    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

                    secMethodOrPromises.push(Promise.all(secMethodAndPromises)
                        .then(users => { return users[0]; }));
                } else {
                    for (const name in secMethod) {
                        secMethodOrPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }
                }
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            try {
                request['user'] = await Promise.any(secMethodOrPromises);

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }

                next();
            }
            catch(err) {
                // Show most recent error as response
                const error = failedAttempts.pop();
                error.status = error.status || 401;

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }
                next(error);
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        }
    }

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
}

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
