//! One operation, one file. Reference: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html>

mod batch_get_item;
mod batch_write_item;
mod create_table;
mod delete_item;
mod delete_table;
mod describe_continuous_backups;
mod describe_limits;
mod describe_table;
mod describe_time_to_live;
mod get_item;
mod list_tables;
mod list_tags_of_resource;
mod put_item;
mod query;
mod scan;
mod tag_resource;
mod transact_get_items;
mod transact_write_items;
mod untag_resource;
mod update_continuous_backups;
mod update_item;
mod update_table;
mod update_time_to_live;
