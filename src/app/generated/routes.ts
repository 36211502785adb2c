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
import { TenantController } from './../../modules/outlets/adapters/http/tenant.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TaxGroupsController } from './../../modules/outlets/adapters/http/tax-groups.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OutletsController } from './../../modules/outlets/adapters/http/outlets.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ReceiptController } from './../../modules/orders/adapters/http/receipt.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrdersController } from './../../modules/orders/adapters/http/orders.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { OrderCommandsController } from './../../modules/orders/adapters/http/order-commands.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { InboxDeadLettersController } from './../../modules/dead-letters/adapters/http/inbox-dead-letters.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DeadLettersController } from './../../modules/dead-letters/adapters/http/dead-letters.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ItemsController } from './../../modules/catalog/adapters/http/items.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ImportsController } from './../../modules/catalog/adapters/http/imports.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CategoriesController } from './../../modules/catalog/adapters/http/categories.controller.js';
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
    "TaxDto": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "rate": {"ref":"TaxRate","required":true},
            "compound": {"dataType":"boolean"},
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
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptTaxResponse"},"required":true},
            "totals": {"ref":"TotalsResponse","required":true},
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptPaymentResponse"},"required":true},
            "refunds": {"dataType":"array","array":{"dataType":"refObject","ref":"ReceiptRefundResponse"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DecimalString": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"errorMsg":"must be a decimal string with at most nine digits before and six after the point","value":"^-?\\d{1,9}(\\.\\d{1,6})?$"}}},
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
            "modifiers": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "taxes": {"dataType":"array","array":{"dataType":"refObject","ref":"TaxResponse"},"required":true},
            "refundedQuantity": {"ref":"DecimalString","required":true},
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
    "PaymentRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "tender": {"ref":"TenderName","required":true},
            "amount": {"ref":"MoneyDto","required":true},
            "reference": {"dataType":"union","subSchemas":[{"ref":"ReferenceText"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Sku": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"maxLength":{"value":500}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LineRequest": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid"},
            "sku": {"ref":"Sku","required":true},
            "quantity": {"ref":"DecimalString"},
            "modifiers": {"dataType":"array","array":{"dataType":"refAlias","ref":"ReferenceText"},"validators":{"maxItems":{"value":50}}},
            "note": {"dataType":"union","subSchemas":[{"ref":"NoteText"},{"dataType":"enum","enums":[null]}]},
            "unitPrice": {"ref":"MoneyDto"},
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
            "payments": {"dataType":"array","array":{"dataType":"refObject","ref":"PaymentRequest"},"validators":{"maxItems":{"value":50}}},
            "complete": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ExplanationStep": {
        "dataType": "refObject",
        "properties": {
            "rule": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["unit_price"]},{"dataType":"enum","enums":["tax_switch"]},{"dataType":"enum","enums":["tax_exemption"]},{"dataType":"enum","enums":["line_amount"]},{"dataType":"enum","enums":["tax"]},{"dataType":"enum","enums":["tax_allocation"]},{"dataType":"enum","enums":["cash_rounding"]}],"required":true},
            "lineId": {"dataType":"string"},
            "tax": {"dataType":"string"},
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
    "QuoteResponse": {
        "dataType": "refObject",
        "properties": {
            "outletId": {"ref":"Uuid","required":true},
            "channel": {"ref":"OrderChannel","required":true},
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
    "ReasonText": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
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
            "unit": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
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
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "price": {"ref":"PriceDto","required":true},
            "taxCategory": {"dataType":"string","required":true},
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "id": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PutItemRequest": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "category": {"dataType":"string","required":true},
            "price": {"ref":"PriceDto","required":true},
            "taxCategory": {"dataType":"string","required":true},
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeItemRequest": {
        "dataType": "refObject",
        "properties": {
            "sku": {"dataType":"string"},
            "name": {"dataType":"string"},
            "category": {"dataType":"string"},
            "price": {"ref":"PriceDto"},
            "taxCategory": {"dataType":"string"},
            "barcode": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "unit": {"dataType":"string"},
            "active": {"dataType":"boolean"},
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
    "Permission": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["orders:read"]},{"dataType":"enum","enums":["orders:write"]},{"dataType":"enum","enums":["orders:void"]},{"dataType":"enum","enums":["orders:refund"]},{"dataType":"enum","enums":["orders:refund_other_tender"]},{"dataType":"enum","enums":["catalog:read"]},{"dataType":"enum","enums":["catalog:write"]},{"dataType":"enum","enums":["outlets:read"]},{"dataType":"enum","enums":["outlets:write"]},{"dataType":"enum","enums":["reports:read"]},{"dataType":"enum","enums":["api_keys:read"]},{"dataType":"enum","enums":["api_keys:write"]},{"dataType":"enum","enums":["tenant:read"]},{"dataType":"enum","enums":["tenant:write"]},{"dataType":"enum","enums":["streams:read"]},{"dataType":"enum","enums":["kitchen:read"]},{"dataType":"enum","enums":["drawers:read"]},{"dataType":"enum","enums":["webhooks:read"]},{"dataType":"enum","enums":["webhooks:write"]},{"dataType":"enum","enums":["dead_letters:read"]},{"dataType":"enum","enums":["dead_letters:write"]}],"validators":{}},
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
        const argsItemsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                tenant: {"in":"path","name":"tenant","required":true,"dataType":"string"},
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                q: {"in":"query","name":"q","dataType":"string"},
                sku: {"in":"query","name":"sku","dataType":"string"},
                barcode: {"in":"query","name":"barcode","dataType":"string"},
                category: {"in":"query","name":"category","dataType":"string"},
                active: {"in":"query","name":"active","dataType":"boolean"},
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
